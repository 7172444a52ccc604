#include "model/exchange/identifiers.hpp"

#include <catch2/catch.hpp>

using namespace kwalign::model;

TEST_CASE("uris come from ids and lead back to them", "[exchange][identifiers]") {
    ExportOptions options;
    CHECK(uri_of(options, "ee-estqf:08-1.1#B.3.5") == "urn:kwalign:ee-estqf/08-1.1#B.3.5");
    options.base_uri = "https://example.org/q";
    CHECK(uri_of(options, "ee-estqf:08-1.1#B.3.5") == "https://example.org/q/ee-estqf/08-1.1#B.3.5");
    CHECK(uri_of(options, "eu-essa:tech#PLO 5") == "https://example.org/q/eu-essa/tech#PLO%205");
    options.base_uri = "https://example.org/q#";
    CHECK(uri_of(options, "nl-mbo:C0088!expert") == "https://example.org/q#nl-mbo/C0088!expert");
    const std::string odd = "x:a b#c%d#e\xc3\xb5~2@v\"<>";
    CHECK(local_part(odd) == "a%20b#c%25d%23e%C3%B5~2%40v%22%3C%3E");
    CHECK(decode_local_part(local_part(odd)) == odd.substr(2));
    CHECK(decode_local_part("100%") == "100%");
    CHECK(decode_local_part("%zz%4") == "%zz%4");
    CHECK(decode_local_part("%41") == "A");
    CHECK(framework_of("nl-mbo:C0088#x:y") == "nl-mbo");
    CHECK(framework_of("plain") == "plain");
}

TEST_CASE("file names of ids are safe", "[exchange][identifiers]") {
    CHECK(file_name_for("nl-mbo:C0088@2") == "nl-mbo_C0088_2");
    CHECK(file_name_for("../x") == "_.._x");
    CHECK(file_name_for("") == "_");
}

TEST_CASE("dates are those of the calendar", "[exchange][identifiers]") {
    CHECK(date_of("2024-09-23") == "2024-09-23");
    CHECK(date_of("2024-02-29") == "2024-02-29");
    CHECK(date_of("2023-02-29").empty());
    CHECK(date_of("2000-02-29") == "2000-02-29");
    CHECK(date_of("1900-02-29").empty());
    CHECK(date_of("2024-09").empty());
    CHECK(date_of("23.09.2024").empty());
    CHECK(date_of("2024-09-23T10:00:00Z") == "2024-09-23");
    CHECK(date_of("2024-09-231").empty());
    CHECK(moment_of("2024-09-23") == "2024-09-23T00:00:00+00:00");
    CHECK(moment_of("2024-09-23T10:00:00Z") == "2024-09-23T10:00:00Z");
    CHECK(moment_of("2024-09-23T10:00:00.25+02:00") == "2024-09-23T10:00:00.25+02:00");
    CHECK(moment_of("2024-09-23T10:00:00").empty());
    CHECK(moment_of("2024-09-23T25:00:00Z").empty());
    CHECK(moment_of("yesterday").empty());
}
