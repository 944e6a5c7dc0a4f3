# Compiler flags live on one target that every room links; nothing is set globally.
add_library(strongback_flags INTERFACE)
target_compile_features(strongback_flags INTERFACE cxx_std_20)
target_compile_options(strongback_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
  # clang, which builds the fuzz targets, warns of other things: shown there, not fatal.
  $<$<NOT:$<BOOL:${STRONGBACK_FUZZ}>>:-Werror>
  # g++ 12 at -O2 invents this warning in std::optional; the sanitizers watch instead.
  $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>
  # ... and at -O3 this one in operator+ of std::string (GCC bug 105651).
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<CONFIG:Release>>:-Wno-restrict>)

option(STRONGBACK_SANITIZE "Build with address and undefined-behavior sanitizers" OFF)
if(STRONGBACK_SANITIZE OR STRONGBACK_FUZZ)
  target_compile_options(strongback_flags INTERFACE
    -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(strongback_flags INTERFACE -fsanitize=address,undefined)
endif()
if(STRONGBACK_FUZZ)
  # Coverage of every room guides the fuzzer; its main() is linked in tests/fuzz/CMakeLists.txt.
  target_compile_options(strongback_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()
