#include <cstdio>
#include <exception>
#include <new>
#include <string>
#include <system_error>
#include <vector>

#include "cli/run.h"

namespace {

using strongback::Exit;

Exit failed(Exit code, const char* sentence, const char* detail) {
  std::fprintf(stderr, "strongback: %s (%s)\n", sentence, detail);
  return code;
}

/// The one place that catches what the world throws at us.
Exit run(const std::vector<std::string>& words) {
  try {
    const Exit code = strongback::run_command_line(words);
    const bool is_written = std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
    if (is_written) return code;
    return failed(Exit::TryAgain, "the answer could not be written", "is the disk full?");
  } catch (const std::bad_alloc& error) {
    return failed(Exit::TryAgain, "there is not enough memory now; please try again", error.what());
  } catch (const std::system_error& error) {
    return failed(Exit::TryAgain, "the system refused something; please try again", error.what());
  } catch (const std::exception& error) {
    return failed(Exit::Bug, "a bug of ours, nothing that you did; please report it", error.what());
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + (argc > 0 ? 1 : 0), argv + argc);
  return static_cast<int>(run(words));
}
