"""The addresses of the public pages, all under /open/."""

from __future__ import annotations

from django.urls import path

from yifa.portal import answers, books, documents, drafts, draws, officers, results, suggestions, visits

PREFIX = "open/"

urlpatterns = [
    path("", results.index, name="portal"),
    path("visit/", visits.find, name="portal_find"),
    path("visit/<str:code>/", visits.visit, name="portal_visit"),
    path("visit/<str:code>/arrive/", visits.arrive, name="portal_arrive"),
    path("visit/<str:code>/rate/", visits.rate, name="portal_rate"),
    path("visit/<str:code>/qr.svg", visits.qr, name="portal_qr"),
    path("books/", books.index, name="portal_books"),
    path("books/<str:key>/", books.book, name="portal_book"),
    path("books/<str:key>/<int:pk>/", books.entry, name="portal_book_entry"),
    path("officer/", officers.find, name="portal_officer_find"),
    path("officer/<str:number>/", officers.officer, name="portal_officer"),
    path("officer/<str:number>/qr.svg", officers.qr, name="portal_officer_qr"),
    path("documents/", documents.listed, name="portal_documents"),
    path("documents/<int:pk>/", documents.document, name="portal_document"),
    path("documents/<int:pk>/suggest/", suggestions.suggest, name="portal_suggest_for"),
    path("suggest/", suggestions.suggest, name="portal_suggest"),
    path("suggest/add/", suggestions.add, name="portal_suggest_add"),
    path("drafts/", drafts.listed, name="portal_drafts"),
    path("drafts/<int:pk>/", drafts.draft, name="portal_draft"),
    path("answers/", answers.find, name="portal_answers"),
    path("inspections/", results.inspections, name="portal_inspections"),
    path("plans/", results.plans, name="portal_plans"),
    path("plans/<int:pk>/", results.plan, name="portal_plan"),
    path("draws/", draws.listed, name="portal_draws"),
    path("draws/<int:pk>/", draws.draw, name="portal_draw"),
    path("draws/<int:pk>/all.zip", draws.bundle, name="portal_draw_bundle"),
    path("draws/<int:pk>/<str:name>", draws.file, name="portal_draw_file"),
]
