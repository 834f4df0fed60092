"""The root of every error that a person is shown."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path
from typing import Final


class YifaError(Exception):
    """Something cannot be done.

    The message is Chinese and has three parts: what cannot be done, why, and what to do next.
    Commands print it on the error stream and exit with 2; pages show it in place. Anything that is
    not a `YifaError` is a defect of ours.
    """


_OS_REASONS: Final = {
    errno.ENOENT: "文件不存在",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EISDIR: "这是目录，不是文件",
    errno.ENOTDIR: "路径中有一段不是目录",
    errno.EEXIST: "已有同名的文件",
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "磁盘配额已满",
    errno.EROFS: "这个位置是只读的",
    errno.ENAMETOOLONG: "名称太长",
    errno.EFBIG: "文件太大",
    errno.EIO: "磁盘读写出错",
}


def os_reason(error: OSError) -> str:
    """Why a file cannot be read or written, in Chinese."""
    if error.errno == errno.ENOENT and error.filename and not Path(os.fsdecode(error.filename)).parent.is_dir():
        return "所在的文件夹不存在"
    return _OS_REASONS.get(error.errno or 0, f"系统报告：{error.strerror or error}")


def reason_of(error: Exception) -> str:
    """Why a data file cannot be read, in Chinese: by the system, its encoding, or the line where its form is wrong."""
    if isinstance(error, OSError):
        return os_reason(error)
    if isinstance(error, UnicodeDecodeError):
        return f"第{error.start + 1}个字节起不是UTF-8编码"
    if isinstance(error, json.JSONDecodeError):
        return f"第{error.lineno}行第{error.colno}个字处写法有误"
    if isinstance(error, RecursionError):
        return "嵌套过深"
    mark = getattr(error, "problem_mark", None)  # of YAML
    return f"第{mark.line + 1}行写法有误" if mark is not None else "写法有误"
