"""Why e-mails wait, in words for those who look after the site."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

UNREACHABLE = _("The mail server cannot be reached.")
UNSAFE = _("No safe connection to the mail server: its certificate is not accepted.")
DROPPED = _("The mail server does not answer, or ends the conversation.")

WORDS = {
    "": _(
        "Nothing has tried to send them: the program “send_notifications” does not run."
    ),
    "ConnectionRefusedError": UNREACHABLE,
    "ConnectionResetError": DROPPED,
    "OSError": UNREACHABLE,
    "SMTPAuthenticationError": _(
        "The mail server does not accept the site’s user name or password."
    ),
    "SMTPConnectError": UNREACHABLE,
    "SMTPNotSupportedError": _("The mail server offers no safe connection."),
    "SMTPRecipientsRefused": _(
        "The mail server does not accept the recipient’s address."
    ),
    "SMTPSenderRefused": _("The mail server does not accept the site’s own address."),
    "SMTPServerDisconnected": DROPPED,
    "SSLCertVerificationError": UNSAFE,
    "SSLError": UNSAFE,
    "TimeoutError": UNREACHABLE,
    "gaierror": _("The mail server’s name is not known."),
}
OTHER = _("The mail server refused them.")


def why(last_error: str) -> Promise:
    """What an error's class means; for none, that nothing has tried."""
    return WORDS.get(last_error, OTHER)
