include(${doctest_DIR}/doctest.cmake OPTIONAL)

# algo_test(NAME SOURCES … [LINK targets…] [LABEL unit] [TIMEOUT 30] [ENVIRONMENT VAR=value…])
# One doctest program per folder of test/; every TEST_CASE becomes a CTest test "NAME/…".
function(algo_test name)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "LABEL;TIMEOUT" "SOURCES;LINK;ENVIRONMENT")
  if(NOT ARG_LABEL)
    set(ARG_LABEL unit)
  endif()
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 60)
  endif()
  add_executable(${name}_test ${ARG_SOURCES})
  target_include_directories(${name}_test PRIVATE ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/../test)
  target_link_libraries(${name}_test PRIVATE algo_test_support ${ARG_LINK} doctest::doctest algo_options)
  target_precompile_headers(${name}_test REUSE_FROM algo_base)
  set_target_properties(${name}_test PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/test)
  doctest_discover_tests(${name}_test TEST_PREFIX "${name}/"
    PROPERTIES LABELS ${ARG_LABEL} TIMEOUT ${ARG_TIMEOUT} SKIP_RETURN_CODE 125
               ENVIRONMENT "${ARG_ENVIRONMENT}")
endfunction()
