"""Reading what was sent, whatever it is."""

from django.core.exceptions import (
    BadRequest,
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest, QueryDict, UnreadablePostError
from django.http.multipartparser import MultiPartParserError


class PostRefusedError(Exception):
    """What was sent cannot be read; `is_too_long` says that it was too much."""

    def __init__(self, *, is_too_long: bool = False):
        super().__init__()
        self.is_too_long = is_too_long


class NoFiles(FileUploadHandler):
    """Lets files pass by: no form takes any."""

    def new_file(self, *args, **kwargs) -> None:
        """Raises SkipFile."""
        raise SkipFile

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keeps nothing."""

    def file_complete(self, file_size: int) -> None:
        """There is no file."""


def read_post(request: HttpRequest) -> QueryDict:
    """The fields of a form that was sent. Raises PostRefusedError."""
    if not hasattr(request, "_post"):
        request.upload_handlers = [NoFiles(request)]
    try:
        return request.POST
    except RequestDataTooBig:
        raise PostRefusedError(is_too_long=True) from None
    # LookupError: the sender names an encoding that is none of text.
    except (
        BadRequest,
        LookupError,
        MultiPartParserError,
        TooManyFieldsSent,
        TooManyFilesSent,
        UnreadablePostError,
    ):
        raise PostRefusedError from None
