# Needs the lines of kwalign::layout.
if(NOT TARGET kwalign_layout)
  return()
endif()

pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)

# TOML is read by one file with a header-only library.
find_path(KWALIGN_TOMLPLUSPLUS_INCLUDE toml++/toml.h REQUIRED)

# Lines to outline to model, by template descriptions; and the whole house in one call.
kwalign_library(ingest
  SOURCES ingest.cpp outline/accounting.cpp outline/checks.cpp outline/code_checks.cpp outline/entry_reader.cpp outline/field_values.cpp outline/fields.cpp outline/flat_framework.cpp
          outline/heading_reader.cpp outline/identity_checks.cpp outline/language.cpp outline/line_joiner.cpp outline/lost_headings.cpp
          outline/numbering_checks.cpp outline/outline_builder.cpp outline/outline_dump.cpp outline/overview.cpp
          outline/pattern.cpp outline/persons.cpp outline/pieces.cpp outline/printed_forms.cpp outline/profiles.cpp
          outline/qualification_rule.cpp outline/qualifications.cpp outline/recognition.cpp outline/stage_dump.cpp
          outline/standard_builder.cpp outline/statement_checks.cpp outline/tables.cpp outline/template_reader.cpp outline/template_table.cpp
          outline/text_languages.cpp outline/text_mender.cpp outline/title_checks.cpp outline/toml_text.cpp outline/validity.cpp outline/walk.cpp
          outline/wording.cpp
  HEADERS explanation.hpp ingest.hpp
  LINK kwalign::model kwalign::layout
  PRIVATE_LINK kwalign::codec kwalign::text PkgConfig::RE2)
target_include_directories(kwalign_ingest SYSTEM PRIVATE "${KWALIGN_TOMLPLUSPLUS_INCLUDE}")
