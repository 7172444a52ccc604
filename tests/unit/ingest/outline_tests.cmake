if(NOT TARGET kwalign_ingest)
  return()
endif()
kwalign_unit_test(outline_test
  SOURCES outline_checks_test.cpp outline_engine_test.cpp outline_explanation_test.cpp outline_families_test.cpp outline_fields_test.cpp outline_flat_test.cpp outline_forms_test.cpp outline_language_test.cpp
          outline_lines.cpp outline_lint_test.cpp outline_mender_test.cpp outline_overview_test.cpp outline_rules_test.cpp outline_template_test.cpp outline_variants_test.cpp outline_wording_test.cpp
  LINK kwalign::ingest kwalign::text)
