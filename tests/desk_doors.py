"""Every address of the feedback desk, and what somebody needs to enter it."""

from typing import NamedTuple

VIEW = "view_submission"
ANSWER = "change_submission"
EXPORT = "export_submission"
IDENTITY = "export_identity_submission"
ERASE = "delete_submission"
CONFIGURE = "configure_desk"
PERMISSIONS = (VIEW, ANSWER, EXPORT, IDENTITY, ERASE, CONFIGURE)
# Wagtail's own right, for the form as its editors try it.
EDIT_FORM = "change_page"
# What nobody has: a door for somebody else alone.
NOT_YOURS = "not_yours"

# For the form of the submission in question; for any one form; for every form.
THIS_FORM, SOME_FORM, ALL_FORMS = "this form", "some form", "all forms"


class Door(NamedTuple):
    """An address; the name of its route; how it may be asked; what somebody needs,
    and for which form; what is posted. `{…}` are filled in for a submission."""

    address: str
    route: str
    methods: str
    needs: frozenset[str]
    scope: str
    data: dict[str, str] = {}


def door(address, route, methods, needs, scope, **data) -> Door:
    """A door, its needs as words."""
    return Door(address, route, methods, frozenset(needs.split()), scope, data)


WORK = f"{VIEW} {ANSWER}"
TAKE_OUT = f"{VIEW} {EXPORT}"
FORGET = f"{VIEW} {ERASE}"
DESK = "/admin/desk/"
TEMPLATES = "/admin/snippets/submissions/replytemplate/"
TEMPLATE_ROUTE = "wagtailsnippets_submissions_replytemplate:"
RULES = "/admin/privacy/retention/"
EXPORT_SCREEN = "/admin/desk-export/"
JOBS = f"{EXPORT_SCREEN}jobs/"
RULE = {"form_key": "", "kind": "complaint", "months": "12", "way": "words"}
WHY = "The person asked for it"

DOORS = [
    door(DESK, "desk_modeladmin_index", "GET", VIEW, SOME_FORM),
    door(f"{DESK}?q=marker", "desk_modeladmin_index", "GET", VIEW, SOME_FORM),
    door(f"{DESK}?export=csv", "desk_modeladmin_index", "GET", TAKE_OUT, SOME_FORM),
    door(f"{DESK}?export=xlsx", "desk_modeladmin_index", "GET", TAKE_OUT, SOME_FORM),
    door(f"{DESK}inspect/{{pk}}/", "desk_modeladmin_inspect", "GET", VIEW, THIS_FORM),
    *(
        door(
            f"{DESK}inspect/{{pk}}/",
            "desk_modeladmin_inspect",
            "POST",
            WORK,
            THIS_FORM,
            action=action,
            **data,
        )
        for action, data in {
            "status": {"status": "triaged", "seen": "new"},
            "owner": {"owner": "", "seen": ""},
            "pause": {"reason": "patient", "words": ""},
            "resume": {},
            "kind": {"kind": "complaint", "reason": "It is one."},
            "note": {"text": "Telephoned.", "token": "0" * 32},
        }.items()
    ),
    door(
        f"{DESK}delete/{{pk}}/",
        "desk_modeladmin_delete",
        "GET POST",
        FORGET,
        THIS_FORM,
    ),
    *(
        door(f"{DESK}decide/{{pk}}/{name}/", "forms_decide", "POST", WORK, THIS_FORM)
        for name in ("hold", "release", "dealt_with", "not_dealt_with")
    ),
    door(
        "/admin/desk-not-duplicate/{pk}/",
        "forms_not_duplicate",
        "POST",
        WORK,
        THIS_FORM,
    ),
    door(
        "/admin/desk-reply/{pk}/",
        "submissions_reply",
        "GET POST",
        WORK,
        THIS_FORM,
        step="send",
        subject="Your words",
        body="Thank you.",
        token="0" * 32,
    ),
    *(
        door(
            "/admin/desk-act/",
            "forms_act_on_many",
            "POST",
            WORK,
            SOME_FORM,
            action=action,
            chosen="{pk}",
        )
        for action in ("take", "triaged", "hold", "closed")
    ),
    door(
        "/admin/desk-filters/save/",
        "forms_save_filter",
        "POST",
        VIEW,
        SOME_FORM,
        name="Mine",
        query="rating=4",
    ),
    door(
        "/admin/desk-filters/remove/{filter}/",
        "forms_remove_filter",
        "POST",
        NOT_YOURS,
        ALL_FORMS,
    ),
    door(
        EXPORT_SCREEN,
        "forms_export",
        "GET POST",
        TAKE_OUT,
        SOME_FORM,
        file_format="csv",
        columns="q:q_why",
    ),
    door(f"{JOBS}{{job}}/", "forms_export_job", "GET", "", THIS_FORM),
    door(f"{JOBS}{{job}}/file/", "forms_export_file", "GET", TAKE_OUT, THIS_FORM),
    # Last: the file goes with it.
    door(f"{JOBS}{{job}}/cancel/", "forms_export_cancel", "POST", "", THIS_FORM),
    *(
        door(f"{JOBS}{{their_job}}/{end}", route, method, NOT_YOURS, ALL_FORMS)
        for end, route, method in (
            ("", "forms_export_job", "GET"),
            ("cancel/", "forms_export_cancel", "POST"),
            ("file/", "forms_export_file", "GET"),
        )
    ),
    door("/admin/desk-complaints/", "forms_complaints", "GET", TAKE_OUT, SOME_FORM),
    door(
        "/admin/desk-complaints/?format=csv",
        "forms_complaints",
        "GET",
        TAKE_OUT,
        SOME_FORM,
    ),
    door(
        "/admin/desk-exports/",
        "desk-exports_modeladmin_index",
        "GET",
        TAKE_OUT,
        ALL_FORMS,
    ),
    door(
        "/admin/desk-invitations/",
        "desk-invitations_modeladmin_index",
        "GET",
        WORK,
        ALL_FORMS,
    ),
    door(
        "/admin/make-invitations/",
        "forms_make_invitations",
        "GET POST",
        WORK,
        ALL_FORMS,
    ),
    door(f"{DESK}figures/", "forms_figures", "GET", VIEW, SOME_FORM),
    door(f"{DESK}figures/2026-01/", "forms_month", "GET", VIEW, SOME_FORM),
    door(
        "/admin/privacy/",
        "forms_privacy",
        "GET POST",
        FORGET,
        SOME_FORM,
        who="{reference}",
    ),
    door(
        "/admin/privacy/erase/",
        "forms_privacy_erase",
        "POST",
        FORGET,
        SOME_FORM,
        chosen="{pk}",
        reason=WHY,
        way="words",
        confirmed="1",
    ),
    door(
        "/admin/privacy/access/",
        "forms_privacy_access",
        "POST",
        FORGET,
        SOME_FORM,
        chosen="{pk}",
        internal="1",
        format="json",
    ),
    door(
        "/admin/privacy/holds/",
        "forms_legal_holds",
        "GET POST",
        FORGET,
        SOME_FORM,
        reference="{reference}",
        reason="A solicitor’s letter",
    ),
    door(
        "/admin/privacy/holds/{hold}/end/",
        "forms_end_hold",
        "POST",
        FORGET,
        THIS_FORM,
    ),
    door("/admin/privacy/log/", "forms_erasure_log", "GET POST", ERASE, SOME_FORM),
    door(RULES, "forms_retention", "GET", CONFIGURE, ALL_FORMS),
    door(
        f"{RULES}add/",
        "forms_retention_rule_add",
        "GET POST",
        CONFIGURE,
        ALL_FORMS,
        **RULE,
    ),
    door(
        f"{RULES}{{rule}}/",
        "forms_retention_rule",
        "GET POST",
        CONFIGURE,
        ALL_FORMS,
        **RULE,
    ),
    door(
        f"{RULES}{{rule}}/confirm/",
        "forms_retention_rule_confirm",
        "GET POST",
        CONFIGURE,
        ALL_FORMS,
        rule="{rule_text}",
    ),
    door(
        f"{RULES}{{rule}}/delete/",
        "forms_retention_rule_delete",
        "POST",
        CONFIGURE,
        ALL_FORMS,
    ),
    *(
        door(
            TEMPLATES + end,
            TEMPLATE_ROUTE + route,
            methods,
            CONFIGURE,
            ALL_FORMS,
            name="Thanks",
            subject="Thank you",
            body="Thank you for writing.",
        )
        for end, route, methods in (
            ("", "list", "GET"),
            ("results/", "list_results", "GET"),
            ("add/", "add", "GET POST"),
            ("edit/{template}/", "edit", "GET POST"),
            ("copy/{template}/", "copy", "GET POST"),
            ("delete/{template}/", "delete", "GET POST DELETE"),
            ("usage/{template}/", "usage", "GET"),
            ("history/{template}/", "history", "GET"),
            ("history-results/{template}/", "history_results", "GET"),
        )
    ),
    door("/admin/forms/", None, "GET", VIEW, SOME_FORM),
    door("/admin/forms/submissions/{page}/", None, "GET", VIEW, SOME_FORM),
    door("/admin/try-form/{page}/", "forms_trial", "GET POST", EDIT_FORM, ALL_FORMS),
]
