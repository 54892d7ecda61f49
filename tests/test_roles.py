"""What each role of a new clinic may open in the admin, and sees in its menus."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.admin.menu import admin_menu, reports_menu, settings_menu
from wagtail.models import GroupCollectionPermission, GroupPagePermission

from home.staff_accounts import can_assign
from submissions.models import Export, FormGrant
from tests import factories

pytestmark = pytest.mark.django_db

ROLES = ["Editors", "Clinical reviewers", "Feedback staff", "Site managers", "Admin"]

# Each screen, and who may open it: the first letters of the roles, in this order.
# Wagtail's site history names to each only what they may open anyway.
TABLE = """
dashboard                   E R F M A
account                     E R F M A

explorer                    E R - M A
page editor                 E R - M A
new page                    E - - M A
page history                E R - M A
reading help                E R - M A

images                      E - - M A
new image                   E - - M A
documents                   E - - M A
new document                E - - M A

clinicians                  E R - M A
new clinician               E - - M A
clinical reviews            E R - M A
new clinical review         - R - M A
plain words                 E - - M A
new plain word              E - - M A
synonyms                    E - - M A
new synonyms                E - - M A
promoted results            E - - M A
new promoted result         E - - M A

needs attention             E R - M A
links                       E - - M A
reviews report              E R - M A
site history                E R F M A
aging pages                 E R - M A
workflows in progress       E R - M A
locked pages                - - - M A

desk                        - - F M A
submission                  - - F M A
figures                     - - F M A
monthly summary             - - F M A
export log                  - - F M A
delete submission           - - - M A
find and erase              - - - M A
legal holds                 - - - M A
erasure log                 - - - M A
retention rules             - - - M A
new retention rule          - - - M A
forms of Wagtail            - - F M A

clinic settings             - - - M A
publication settings        - - - M A
help texts of forms         - - - M A
feedback desk settings      - - - M A
reply templates             - - - M A
new reply template          - - - M A
redirects                   - - - M A
new redirect                - - - M A
import of redirects         - - - M A

users                       - - - M A
new user                    - - - M A
groups                      - - - - A
sites                       - - - - A
collections                 - - - - A
workflows                   - - - - A
"""

MENUS = {
    "Editors": {
        "menu": "clinical-reviews documents explorer help images "
        "people plain-words reports site-search",
        "reports": "aging-pages clinical-reviews links needs-attention site-history "
        "workflows",
        "settings": "",
    },
    "Clinical reviewers": {
        "menu": "clinical-reviews explorer help people reports",
        "reports": "aging-pages clinical-reviews needs-attention site-history "
        "workflows",
        "settings": "",
    },
    "Feedback staff": {"menu": "feedback-desk help", "reports": "", "settings": ""},
    "Site managers": {
        "menu": "clinical-reviews documents explorer feedback-desk help "
        "images people plain-words reports settings site-search",
        "reports": "aging-pages clinical-reviews links locked-pages needs-attention "
        "site-history workflows",
        "settings": "clinic-settings feedback-desk-settings help-texts-of-forms "
        "publication-settings redirects reply-templates users",
    },
    "Admin": {
        "menu": "clinical-reviews documents explorer feedback-desk help "
        "images people plain-words reports settings site-search",
        "reports": "aging-pages clinical-reviews links locked-pages needs-attention "
        "page-types-usage site-history workflow-tasks workflows",
        "settings": "clinic-settings collections feedback-desk-settings groups "
        "help-texts-of-forms publication-settings redirects reply-templates sites "
        "users workflow-tasks workflows",
    },
}


def rows():
    """Each screen of the table with those who may open it."""
    for line in TABLE.splitlines():
        if line:
            screen, letters = line[:28].strip(), line[28:].split()
            yield screen, [letter != "-" for letter in letters]


def addresses(home_page, site):
    """Where each screen of the table is."""
    submission = factories.SubmissionFactory()
    Export.objects.create(exported_by="Somebody", file_format="csv", row_count=1)
    page, at_site, one = [home_page.pk], [site.pk], [submission.pk]
    below = ["home", "standardpage", home_page.pk]
    named = {
        "dashboard": ("wagtailadmin_home", []),
        "account": ("wagtailadmin_account", []),
        "explorer": ("wagtailadmin_explore", page),
        "page editor": ("wagtailadmin_pages:edit", page),
        "new page": ("wagtailadmin_pages:add", below),
        "page history": ("wagtailadmin_pages:history", page),
        "reading help": ("reading_help", []),
        "images": ("wagtailimages:index", []),
        "new image": ("wagtailimages:add", []),
        "documents": ("wagtaildocs:index", []),
        "new document": ("wagtaildocs:add", []),
        "clinicians": ("wagtailsnippets_editorial_clinician:list", []),
        "new clinician": ("wagtailsnippets_editorial_clinician:add", []),
        "clinical reviews": ("wagtailsnippets_editorial_clinicalreview:list", []),
        "new clinical review": ("wagtailsnippets_editorial_clinicalreview:add", []),
        "plain words": ("wagtailsnippets_editorial_plainword:list", []),
        "new plain word": ("wagtailsnippets_editorial_plainword:add", []),
        "synonyms": ("wagtailsnippets_home_synonymgroup:list", []),
        "new synonyms": ("wagtailsnippets_home_synonymgroup:add", []),
        "promoted results": ("wagtailsnippets_home_promotedresult:list", []),
        "new promoted result": ("wagtailsnippets_home_promotedresult:add", []),
        "needs attention": ("editorial_attention_report", []),
        "links": ("editorial_links_report", []),
        "reviews report": ("editorial_reviews_report", []),
        "site history": ("wagtailadmin_reports:site_history", []),
        "aging pages": ("wagtailadmin_reports:aging_pages", []),
        "workflows in progress": ("wagtailadmin_reports:workflow", []),
        "locked pages": ("wagtailadmin_reports:locked_pages", []),
        "desk": ("desk_modeladmin_index", []),
        "submission": ("desk_modeladmin_inspect", one),
        "figures": ("forms_figures", []),
        "monthly summary": ("forms_month", ["2026", "10"]),
        "export log": ("desk-exports_modeladmin_index", []),
        "delete submission": ("desk_modeladmin_delete", one),
        "forms of Wagtail": ("wagtailforms:index", []),
        "clinic settings": (
            "wagtailsettings:edit",
            ["home", "clinicsettings", *at_site],
        ),
        "publication settings": (
            "wagtailsettings:edit",
            ["editorial", "publicationsettings"],
        ),
        "find and erase": ("forms_privacy", []),
        "legal holds": ("forms_legal_holds", []),
        "erasure log": ("forms_erasure_log", []),
        "retention rules": ("forms_retention", []),
        "new retention rule": ("forms_retention_rule_add", []),
        "help texts of forms": (
            "wagtailsettings:edit",
            ["forms", "helptexts", *at_site],
        ),
        "feedback desk settings": (
            "wagtailsettings:edit",
            ["submissions", "desksettings"],
        ),
        "reply templates": ("wagtailsnippets_submissions_replytemplate:list", []),
        "new reply template": ("wagtailsnippets_submissions_replytemplate:add", []),
        "redirects": ("wagtailredirects:index", []),
        "new redirect": ("wagtailredirects:add", []),
        "import of redirects": ("wagtailredirects:start_import", []),
        "users": ("wagtailusers_users:index", []),
        "new user": ("wagtailusers_users:add", []),
        "groups": ("wagtailusers_groups:index", []),
        "sites": ("wagtailsites:index", []),
        "collections": ("wagtailadmin_collections:index", []),
        "workflows": ("wagtailadmin_workflows:index", []),
    }
    return {screen: reverse(name, args=args) for screen, (name, args) in named.items()}


def member_of(role):
    """Somebody new with this role."""
    if role == "Admin":
        return factories.UserFactory(is_superuser=True, is_staff=True)
    return factories.UserFactory(groups=[Group.objects.get(name=role)])


def is_opened(client, screen, address):
    """Whether the screen comes, and not a way back to the dashboard."""
    if screen == "reading help":
        response = client.post(address, {"html": "<p>Text.</p>", "lang": "en"})
    elif screen == "forms of Wagtail":
        # It leads to the desk, or nowhere.
        return client.get(address).url == reverse("desk_modeladmin_index")
    else:
        response = client.get(address, follow=True)
    refused = (reverse("wagtailadmin_home"), 302) in getattr(
        response, "redirect_chain", []
    )
    assert response.status_code in (200, 302), address
    return response.status_code == 200 and not refused


@pytest.mark.parametrize("role", ROLES)
def test_a_role_opens_its_own_screens_and_no_others(client, home_page, site, role):
    where = addresses(home_page, site)
    client.force_login(member_of(role))
    seen = {screen: is_opened(client, screen, where[screen]) for screen, _ in rows()}
    assert seen == {screen: may[ROLES.index(role)] for screen, may in rows()}
    assert set(seen) == set(where)


@pytest.mark.parametrize("role", ROLES)
def test_a_role_sees_in_its_menus_what_it_may_open(rf, role):
    request = rf.get("/admin/")
    request.user = member_of(role)
    menus = {"menu": admin_menu, "reports": reports_menu, "settings": settings_menu}
    for name, menu in menus.items():
        items = menu.menu_items_for_request(request)
        assert sorted(item.name for item in items) == MENUS[role][name].split()


def test_the_entries_of_a_menu_lead_somewhere(client, rf):
    for role in ROLES:
        request = rf.get("/admin/")
        request.user = member_of(role)
        client.force_login(request.user)
        for menu in (admin_menu, reports_menu, settings_menu):
            for item in menu.menu_items_for_request(request):
                if item.url.startswith("/admin/"):
                    response = client.get(item.url, follow=True)
                    assert response.status_code == 200
                    assert response.request["PATH_INFO"] != "/admin/", (role, item.url)


def test_a_new_clinic_has_no_other_groups():
    names = set(Group.objects.values_list("name", flat=True))
    assert names == set(ROLES) - {"Admin"}


def account_form(**fields):
    """What the form of an account sends."""
    ours = {"username": "new", "email": "new@clinic.example"}
    names = {"first_name": "New", "last_name": "Person", "is_active": "on"}
    passwords = dict.fromkeys(("password1", "password2"), "a-long-passphrase-9")
    return ours | names | passwords | fields


@pytest.fixture
def partners(db):
    """A group that may do what no site manager may."""
    group = Group.objects.create(name="Partners")
    group.permissions.add(Permission.objects.get(codename="delete_user"))
    return group


@pytest.mark.parametrize("role", ROLES[:-1])
def test_a_manager_makes_accounts_of_each_role(client, role):
    client.force_login(member_of("Site managers"))
    group = Group.objects.get(name=role)
    client.post(reverse("wagtailusers_users:add"), account_form(groups=[group.pk]))
    made = get_user_model().objects.get(username="new")
    assert list(made.groups.all()) == [group]


@pytest.mark.parametrize("wanted", ["is_superuser", "groups"])
def test_a_manager_gives_no_account_more_than_they_have(client, partners, wanted):
    manager = member_of("Site managers")
    client.force_login(manager)
    given = {"is_superuser": "on"} if wanted == "is_superuser" else {}
    given |= {"groups": [partners.pk]} if wanted == "groups" else {}
    client.post(reverse("wagtailusers_users:add"), account_form(**given))
    edit = reverse("wagtailusers_users:edit", args=[manager.pk])
    client.post(edit, account_form(username=manager.username, **given))
    everybody = get_user_model().objects
    assert not everybody.filter(is_superuser=True).exists()
    assert not everybody.filter(groups=partners).exists()


@pytest.mark.parametrize("higher", ["administrator", "partner"])
def test_a_manager_changes_no_account_that_has_more(client, partners, higher):
    client.force_login(member_of("Site managers"))
    if higher == "administrator":
        account = factories.UserFactory(is_superuser=True)
    else:
        account = factories.UserFactory(groups=[partners])
    edit = reverse("wagtailusers_users:edit", args=[account.pk])
    assert client.get(edit).status_code == 302
    client.post(edit, account_form(username=account.username))
    for action, data in (
        ("set_active_state", {"mark_as_active": "False"}),
        ("assign_role", {"role": Group.objects.get(name="Editors").pk}),
    ):
        client.post(f"/admin/bulk/auth/user/{action}/?id={account.pk}", data)
    before = (account.email, account.is_active, account.groups.count())
    account.refresh_from_db()
    assert (account.email, account.is_active, account.groups.count()) == before


def test_a_manager_hands_out_in_bulk_only_roles_of_their_own(client, partners):
    client.force_login(member_of("Site managers"))
    account = factories.UserFactory()
    address = f"/admin/bulk/auth/user/assign_role/?id={account.pk}"
    for group in (partners, Group.objects.get(name="Editors")):
        client.post(address, {"role": group.pk})
    assert [group.name for group in account.groups.all()] == ["Editors"]


@pytest.mark.parametrize("model", [GroupPagePermission, GroupCollectionPermission])
def test_permissions_on_a_part_of_a_tree_are_compared_too(model):
    manager = member_of("Site managers")
    group = Group.objects.create(name="Others")
    place = "page" if model is GroupPagePermission else "collection"
    mine = model.objects.filter(group__user=manager).first()
    model.objects.create(
        group=group,
        permission=mine.permission,
        **{place: getattr(mine, place)},
    )
    assert can_assign(manager, group)
    mine.delete()
    assert not can_assign(manager, group)


def test_permissions_for_one_form_are_compared_too():
    group = Group.objects.create(name="Others")
    page = factories.FormPageFactory()
    permission = Permission.objects.get(codename="export_identity_submission")
    FormGrant.objects.create(
        group=group, form_key=page.translation_key, permission=permission
    )
    assert can_assign(member_of("Site managers"), group)
    assert not can_assign(member_of("Feedback staff"), group)
