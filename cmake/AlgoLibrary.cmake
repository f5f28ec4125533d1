# What each folder of pkg/ may include: the arrows of ARCHITECTURE.md. test/style checks the includes
# against the same list.
set(ALGO_MAY_INCLUDE_base)
set(ALGO_MAY_INCLUDE_spec base)
set(ALGO_MAY_INCLUDE_language base spec)
set(ALGO_MAY_INCLUDE_catalog base spec)
set(ALGO_MAY_INCLUDE_bundle base spec language)
set(ALGO_MAY_INCLUDE_result base)
set(ALGO_MAY_INCLUDE_growth base)
set(ALGO_MAY_INCLUDE_sandbox base)
set(ALGO_MAY_INCLUDE_judge base spec result sandbox)
set(ALGO_MAY_INCLUDE_kube base)
set(ALGO_MAY_INCLUDE_run base bundle kube result)

# Reads the headers that most files of a target include only once: as one unit, or precompiled.
function(algo_share_headers target)
  set_target_properties(${target} PROPERTIES UNITY_BUILD ${ALGO_UNITY} UNITY_BUILD_BATCH_SIZE 0)
  if(NOT ALGO_UNITY AND NOT target STREQUAL algo_base)
    target_precompile_headers(${target} REUSE_FROM algo_base)
  endif()
endfunction()

# algo_library(NAME SOURCES … [DEPS folders…] [LINK targets…] [JUDGE_SOURCES … [JUDGE_LINK …]])
# One static library per folder of pkg/, target algo_NAME. JUDGE_SOURCES are compiled a second time,
# small, into algo_NAME_small for the static judge.
function(algo_library name)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "" "SOURCES;DEPS;LINK;JUDGE_SOURCES;JUDGE_LINK")
  foreach(dep IN LISTS ARG_DEPS)
    if(NOT dep IN_LIST ALGO_MAY_INCLUDE_${name})
      message(FATAL_ERROR "pkg/${name} may not depend on pkg/${dep}: move the code, or change the "
                          "arrows in ARCHITECTURE.md and cmake/AlgoLibrary.cmake with a reason")
    endif()
  endforeach()

  add_library(algo_${name} STATIC ${ARG_SOURCES})
  target_include_directories(algo_${name} PUBLIC ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/../pkg)
  target_link_libraries(algo_${name} PUBLIC ${ARG_LINK} PRIVATE algo_options)
  algo_share_headers(algo_${name})
  foreach(dep IN LISTS ARG_DEPS)
    target_link_libraries(algo_${name} PUBLIC algo_${dep})
  endforeach()

  if(ARG_JUDGE_SOURCES)
    add_library(algo_${name}_small STATIC ${ARG_JUDGE_SOURCES})
    # One unit for each folder: optimising for size takes long, and the headers take most of it.
    set_target_properties(algo_${name}_small PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 0)
    target_include_directories(algo_${name}_small PUBLIC ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/../pkg)
    target_link_libraries(algo_${name}_small PUBLIC ${ARG_JUDGE_LINK} PRIVATE algo_judge_options)
    foreach(dep IN LISTS ARG_DEPS)
      if(TARGET algo_${dep}_small)
        target_link_libraries(algo_${name}_small PUBLIC algo_${dep}_small)
      endif()
    endforeach()
  endif()
endfunction()
