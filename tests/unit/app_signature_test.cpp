// Signed approvals: what is read from keys and signatures, and when a key counts. The fixtures
// signature.*.txt have a case for each way in which a signature can be wrong; tests/cli/sign.txt
// signs with a real key.
#include <algorithm>

#include <catch2/catch.hpp>

#include "app/site_facts.hpp"
#include "base/ssh_format.hpp"
#include "check/check.hpp"
#include "derive/signing_keys.hpp"
#include "load/load.hpp"
#include "model/approval_statement.hpp"
#include "support/code.hpp"
#include "support/fixture.hpp"
#include "support/life_handbook.hpp"
#include "support/small_publication.hpp"

namespace handbok::test {
namespace {

constexpr auto head = "12:sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

/// The handbook of a fixture's near miss: INS-002 is signed by the director.
FileTree signed_handbook() {
  for (const auto& fixture : all_fixtures("checks")) {
    if (fixture.name == "signature.invalid") return fixture.cases.back().sources;
  }
  return {};
}

const Signature& signed_step(const Handbook& handbook) {
  return handbook.find_document("INS-002")->revisions.front().approval->signatures.back();
}

Role role_with(const char* id, std::vector<RoleKey> keys) {
  Role role;
  role.id = id;
  role.keys = std::move(keys);
  return role;
}

RoleKey key_row(const std::string& text, int from, std::optional<int> until = {},
                std::optional<int> revoked = {}) {
  return {text, from, until, revoked, {}};
}

/// A ledger with that many releases, each of two entries; longer ones begin like shorter ones.
Ledger ledger_of(int releases) {
  constexpr Moment start = 1'795'219'200;
  constexpr Moment day = 86'400;
  MemoryDisk disk;
  for (int i = 0; i < releases; ++i)
    publish_small(disk, small_site(std::to_string(i)), start + i * day);
  return std::get<Ledger>(replay_ledger(disk));
}

ApprovalSteps signed_approval() {
  ApprovalSteps request;
  request.document = "INS-004";
  request.approved = "DIR";
  request.assurance = Assurance::key;
  request.ledger = head;
  request.sign = [](const std::string&) -> Expected<std::string> {
    return Unexpected{"@signing.refused"};
  };
  return request;
}

}  // namespace

TEST_CASE("base64 is read in the one way that it is written", "[base][base64]") {
  CHECK(decode_base64("") == "");
  CHECK(decode_base64("aGVq") == "hej");
  CHECK(decode_base64("aGU=") == "he");
  CHECK(decode_base64("aA==") == "h");
  for (const auto* const wrong :
       {"aGU", "aGV=", "aB==", "a===", "====", "aGVq\n", "a GVq", "aG=q"}) {
    INFO(wrong);
    CHECK_FALSE(decode_base64(wrong).has_value());
  }
}

TEST_CASE("a public key is its kind and its bytes, and nothing else", "[signature]") {
  const auto handbook_sources = signed_handbook();
  Diagnostics ignored;
  const auto handbook = load(handbook_sources, ignored);
  const auto text = handbook.find_role("DIR")->keys.front().text;
  REQUIRE(parse_ssh_key(text).has_value());
  CHECK(parse_ssh_key(text)->kind == "ssh-ed25519");
  CHECK(parse_ssh_key(text + " somebody").error() == SshKeyFault::form);
  CHECK(parse_ssh_key("ssh-rsa" + text.substr(text.find(' '))).error() == SshKeyFault::form);
  CHECK(parse_ssh_key("").error() == SshKeyFault::form);
}

TEST_CASE("one RSA key is written in one way, or it could pass for two persons' keys",
          "[signature]") {
  std::string number;
  for (int i = 0; i < 85; ++i)
    number += "wcHB";
  const auto kind = std::string("ssh-rsa AAAAB3NzaC1yc2EAAAA");
  REQUIRE(parse_ssh_key(kind + "DAQABAAABAQDB" + number).has_value());
  // The same key to OpenSSH: a zero in front of its exponent.
  CHECK(parse_ssh_key(kind + "EAAEAAQAAAQEA" + number + "wQ==").error() == SshKeyFault::too_short);
  // A certificate is no key: what it may do is said by whoever signed it.
  CHECK_FALSE(parse_ssh_key("ssh-ed25519-cert-v01@openssh.com AAAA").has_value());
  CHECK_FALSE(parse_ssh_key("cert-authority,ssh-ed25519 AAAA").has_value());
}

TEST_CASE("a statement says the same in one way only", "[signature]") {
  Diagnostics ignored;
  const auto handbook = load(signed_handbook(), ignored);
  const auto& revision = handbook.find_document("INS-002")->revisions.front();
  auto signature = signed_step(handbook);
  const auto text =
      approval_statement(revision.key(), *revision.approval, signature, *parse_ledger_head(head));
  CHECK(text == signature.statement.text);
  const auto facts = parse_statement(text);
  CHECK(fact_of(facts, "role") == "DIR");
  CHECK(fact_of(facts, "valid-from") == "2026-01-01");
  CHECK(fact_of(facts, "ref").empty());
  CHECK(parse_statement(text + "\n").empty());
  CHECK(parse_statement(text + "note more\n").empty());
  CHECK(parse_statement(text.substr(0, text.size() - 1)).empty());
  CHECK(parse_statement(" " + text).empty());
  signature.ref = "A\nrole KCH";
  const auto one_line =
      approval_statement(revision.key(), *revision.approval, signature, *parse_ledger_head(head));
  CHECK(fact_of(parse_statement(one_line), "ref") == "A role KCH");
  for (const auto* const wrong : {"", "12", "12:", "012:sha256:", "-1:sha256:", "sha256:"}) {
    INFO(wrong);
    CHECK_FALSE(parse_ledger_head(wrong).has_value());
    CHECK_FALSE(parse_ledger_head(std::string(wrong) + std::string(64, 'g')).has_value());
  }
}

TEST_CASE("a key counts by the ledger, not by a calendar", "[signature]") {
  Diagnostics ignored;
  const auto text = load(signed_handbook(), ignored).find_role("DIR")->keys.front().text;
  const auto blob = parse_ssh_key(text)->blob;
  const auto standing = [&](std::vector<RoleKey> keys, int entry) {
    Handbook handbook;
    handbook.roles = {role_with("DIR", std::move(keys)), role_with("KCH", {})};
    return find_signing_key(handbook, "DIR", blob, entry).standing;
  };
  CHECK(standing({}, 5) == KeyStanding::unknown);
  CHECK(standing({key_row(text, 3, 7)}, 2) == KeyStanding::expired);
  CHECK(standing({key_row(text, 3, 7)}, 3) == KeyStanding::counts);
  CHECK(standing({key_row(text, 3, 7)}, 6) == KeyStanding::counts);
  CHECK(standing({key_row(text, 3, 7)}, 7) == KeyStanding::expired);
  CHECK(standing({key_row(text, 0, {}, 5)}, 4) == KeyStanding::counts);
  CHECK(standing({key_row(text, 0, {}, 5)}, 5) == KeyStanding::revoked);
  // What was revoked stays so, whatever another row says.
  CHECK(standing({key_row(text, 0, {}, 5), key_row(text, 5)}, 6) == KeyStanding::revoked);
  CHECK(standing({key_row(text, 0, 2), key_row(text, 5)}, 6) == KeyStanding::counts);

  Handbook other;
  other.roles = {role_with("DIR", {}), role_with("KCH", {key_row(text, 0)})};
  const auto found = find_signing_key(other, "DIR", blob, 1);
  CHECK(found.standing == KeyStanding::of_other_role);
  CHECK(found.holders == std::vector<RoleId>{"KCH"});
}

TEST_CASE("no role's id can be a pattern in a list of signers", "[signature]") {
  CHECK(can_sign("DIR"));
  for (const auto* const id : {"", "*", "D?R", "!DIR", "DIR,KCH", "DIR KCH", "d\"r"}) {
    INFO(id);
    CHECK_FALSE(can_sign(id));
  }
  const auto line = allowed_signer("DIR", key_row("ssh-ed25519 AAAA", 0));
  CHECK(line == "DIR namespaces=\"handbok-approval\" ssh-ed25519 AAAA");
}

TEST_CASE("a signature that nobody could check does not count", "[signature][check]") {
  // Loaded without asking ssh-keygen, as on a machine that lacks it.
  Diagnostics diagnostics;
  const auto handbook = load(signed_handbook(), diagnostics);
  const DayView view(handbook, *Date::parse("2026-11-21"));
  run_checks(view, Backlinks(view), diagnostics);
  const auto sorted = diagnostics.sorted();
  const auto found = std::ranges::find(sorted, "signature.unverified"_code, &Diagnostic::code);
  REQUIRE(found != sorted.end());
  CHECK(found->consequence == Consequence::revision_withheld);
  CHECK(found->subject == "INS-002");
}

TEST_CASE("what is signed is held against the ledger when it is first published",
          "[signature][publish]") {
  Diagnostics ignored;
  auto handbook = load(signed_handbook(), ignored);
  const auto codes_on = [&](const Ledger& ledger, const ReleaseManifest* last) {
    const DayView view(handbook, *Date::parse("2026-11-21"));
    std::vector<Code> codes;
    for (const auto& diagnostic : contradicted_signatures(view, ledger, last)) {
      CHECK(diagnostic.consequence == Consequence::revision_withheld);
      codes.push_back(diagnostic.code);
    }
    return codes;
  };
  const auto sign_on = [&](const std::string& other_head) {
    auto& statement =
        handbook.documents.back().revisions.front().approval->signatures.back().statement;
    const auto line = statement.text.find("ledger-head ");
    statement.text = statement.text.substr(0, line) + "ledger-head " + other_head + "\n";
  };
  auto& key = handbook.roles.front().keys.front();
  REQUIRE(handbook.documents.back().id == "INS-002");
  REQUIRE(handbook.roles.front().id == "DIR");

  // What was signed elsewhere moves in with the first publication.
  CHECK(codes_on(Ledger(), nullptr).empty());
  const auto ledger = ledger_of(1);
  CHECK(codes_on(ledger, nullptr) == std::vector{"publish.signature-head"_code});
  sign_on(ledger.head());
  key.from = 0;
  key.until = 3;
  CHECK(codes_on(ledger, nullptr).empty());
  // The key still counts for the entry that it names, but not any more.
  const auto later = ledger_of(2);
  CHECK(codes_on(later, nullptr) == std::vector{"publish.signature-late"_code});
  key.until = std::nullopt;
  CHECK(codes_on(later, nullptr).empty());
  CHECK(codes_on(ledger_of(11), nullptr) == std::vector{"publish.signature-old"_code});
  ReleaseManifest last;
  last.revisions["INS-002@1"] = {handbook.documents.back().revisions.front().digest, ""};
  const auto& revision = handbook.documents.back().revisions.front();
  last.signed_steps["INS-002@1"] = signed_digest(revision);
  CHECK(codes_on(ledger_of(11), &last).empty());

  // A published text that is signed anew on an old entry, or for the first time, is judged as new.
  last.signed_steps["INS-002@1"] = "sha256:other";
  CHECK(codes_on(ledger_of(11), &last) == std::vector{"publish.signature-old"_code});
  last.signed_steps.clear();
  CHECK(codes_on(ledger_of(11), &last) == std::vector{"publish.signature-old"_code});
  CHECK(codes_on(later, &last).empty());

  // What was signed cannot be made unsigned.
  last.signed_steps["INS-002@1"] = signed_digest(revision);
  auto& signatures = handbook.documents.back().revisions.front().approval->signatures;
  signatures.back().statement = {};
  CHECK(signed_digest(revision).empty());
  CHECK(codes_on(ledger_of(11), &last) == std::vector{"publish.signature-removed"_code});
  last.signed_steps.clear();
  CHECK(codes_on(ledger_of(11), &last).empty());
}

TEST_CASE("nothing is written if nothing could be signed", "[signature][edit]") {
  const auto outcome = attempt(signed_approval());
  REQUIRE(outcome.refusals.size() == 1);
  CHECK(outcome.refusals.front().code == "edit.signing-failed"_code);
  CHECK(outcome.files.empty());
  auto request = signed_approval();
  request.ledger = "12:sha256:abc";
  CHECK(refusals(request) == std::vector<std::string>{"edit.ledger-head"});
  request = signed_approval();
  request.sign = [](const std::string&) -> Expected<std::string> { return std::string("Ja."); };
  CHECK(refusals(request).front() == "signature.malformed");
}

}  // namespace handbok::test
