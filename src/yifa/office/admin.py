"""The administrator's pages for the directory; records of work are not administered here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin

from yifa.office.models import Delegation, Organ, Person, Place, Post

if TYPE_CHECKING:
    PlaceBase = admin.ModelAdmin[Place]
    OrganBase = admin.ModelAdmin[Organ]
    PersonBase = admin.ModelAdmin[Person]
    PostBase = admin.ModelAdmin[Post]
    DelegationBase = admin.ModelAdmin[Delegation]
    PostsBase = admin.TabularInline[Post, Person]
else:
    PlaceBase = OrganBase = PersonBase = PostBase = DelegationBase = admin.ModelAdmin
    PostsBase = admin.TabularInline

admin.site.site_header = "依法 · 系统管理"
admin.site.site_title = "依法"
admin.site.index_title = "机构、人员、岗位与账号"


@admin.register(Place)
class PlaceAdmin(PlaceBase):
    """行政区划."""

    list_display = ("code", "name", "level", "parent")
    search_fields = ("code", "name")
    list_filter = ("level",)


@admin.register(Organ)
class OrganAdmin(OrganBase):
    """机关."""

    list_display = ("name", "short_name", "kind", "place", "mark")
    search_fields = ("name", "short_name", "credit_code")
    list_filter = ("kind",)
    autocomplete_fields = ("place", "parent")


class Posts(PostsBase):
    """A person's posts, on the person's page."""

    model = Post
    extra = 0
    autocomplete_fields = ("organ",)


@admin.register(Person)
class PersonAdmin(PersonBase):
    """人员."""

    list_display = ("name", "user")
    search_fields = ("name", "user__username")
    autocomplete_fields = ("user",)
    inlines = (Posts,)


@admin.register(Post)
class PostAdmin(PostBase):
    """任职."""

    list_display = ("person", "organ", "role", "title", "since", "until", "reach")
    search_fields = ("person__name", "organ__name")
    list_filter = ("role", "reach")
    autocomplete_fields = ("person", "organ")
    list_select_related = ("person", "organ")


@admin.register(Delegation)
class DelegationAdmin(DelegationBase):
    """代理."""

    list_display = ("person", "post", "since", "until", "reason")
    autocomplete_fields = ("person", "post")
    list_select_related = ("person", "post__person", "post__organ")
