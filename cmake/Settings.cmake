# Warnings and hardening that every target of ours is compiled with; linked PRIVATE.
add_library(algo_options INTERFACE)
target_compile_options(algo_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
  -Wnon-virtual-dtor -Woverloaded-virtual -Wnull-dereference -Wimplicit-fallthrough
  -Wextra-semi -Wcast-qual -Wformat=2 -Wundef
  $<$<CXX_COMPILER_ID:GNU>:-Wlogical-op;-Wduplicated-cond;-Wduplicated-branches;-Wsuggest-override>
  # g++ 12 sees overlapping copies in every std::string operator+ (GCC bug 105329).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  $<$<BOOL:${ALGO_WERROR}>:-Werror>)
target_compile_definitions(algo_options INTERFACE
  _GNU_SOURCE
  $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>
  ALGO_VERSION="${PROJECT_VERSION}")

# Hardening of released programs (OpenSSF compiler options guide).
target_compile_options(algo_options INTERFACE
  $<$<CONFIG:Release>:-fstack-protector-strong;-fstack-clash-protection;-U_FORTIFY_SOURCE;-D_FORTIFY_SOURCE=2>)
target_link_options(algo_options INTERFACE $<$<CONFIG:Release>:-Wl,-z,relro,-z,now,-z,noexecstack>)

set(ALGO_SANITIZE "" CACHE STRING "Sanitizers for everything but the static judge, e.g. address,undefined")
if(ALGO_SANITIZE)
  target_compile_options(algo_options INTERFACE
    -fsanitize=${ALGO_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(algo_options INTERFACE -fsanitize=${ALGO_SANITIZE})
endif()

# The judge is a static program that is built small, in every preset, and never sanitized: a static
# program cannot be, and the code it is made of is tested, sanitized, through the ordinary libraries.
add_library(algo_judge_options INTERFACE)
target_compile_options(algo_judge_options INTERFACE
  -Oz -g0 $<$<CXX_COMPILER_ID:GNU>:-flto> -ffunction-sections -fdata-sections -fno-rtti -fno-threadsafe-statics -fno-ident
  -fmerge-all-constants
  -Wall -Wextra $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> $<$<BOOL:${ALGO_WERROR}>:-Werror>)
target_compile_definitions(algo_judge_options INTERFACE
  _GNU_SOURCE NDEBUG ALGO_VERSION="${PROJECT_VERSION}")
target_link_options(algo_judge_options INTERFACE
  -static -Oz $<$<CXX_COMPILER_ID:GNU>:-flto=auto> -s -Wl,--gc-sections -Wl,--build-id=none
  -Wl,-z,relro,-z,now,-z,noexecstack,-z,noseparate-code)
