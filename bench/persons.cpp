// bench_persons FIRST COUNT: plans for generated persons and prints one line of JSON for each:
// {"seed": 7, "status": "ok", "refused": false, "broken": ["..."], "cpu_s": 0.05}.  One process
// may crash; bench/run then goes on behind the last line.
#include <fmt/format.h>

#include <cstdlib>
#include <ctime>

#include "promises.h"
#include "random_person.h"

namespace {

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

std::string listed_json(const std::vector<std::string>& texts) {
  std::string out;
  for (const auto& text : texts) out += (out.empty() ? "" : ", ") + quoted(text);
  return "[" + out + "]";
}

}  // namespace

int main(int argc, char** argv) {
  using namespace strongback;
  if (argc != 3) {
    fmt::print(stderr, "usage: bench_persons FIRST COUNT\n");
    return 2;
  }
  const auto catalog = read_catalog(data_folder());
  if (!catalog) {
    fmt::print(stderr, "the catalog has problems: call strongback lint\n");
    return 2;
  }
  const auto first = std::strtoull(argv[1], nullptr, 10);
  const auto count = std::strtoull(argv[2], nullptr, 10);
  for (auto seed = first; seed < first + count; ++seed) {
    const Person person = random_person(seed, *catalog);
    const std::clock_t start = std::clock();
    const Program program = make_program(person, *catalog, {});
    const double cpu_s = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    fmt::print(
        R"({{"seed": {}, "status": "{}", "weeks": {}, "refused": {}, "broken": {}, "cpu_s": {:.4f}}})"
        "\n",
        seed, status_words()[static_cast<std::size_t>(program.status)], program.weeks.size(),
        was_refused(program), listed_json(broken_promises(program, person, *catalog)), cpu_s);
    std::fflush(stdout);
  }
  return 0;
}
