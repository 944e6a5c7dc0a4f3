// Every message of read_motion, as a person sees it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "movement/motions_for_tests.h"

namespace strongback {
namespace {

using testing::ElementsAre;

TEST(RefusedMotion, SaysEverythingThatIsWrongAtOnceInOrder) {
  EXPECT_THAT(
      problems("side = \"rihgt\"\n" + row("side = \"right\"\n", "")),
      ElementsAre("1:8: error: 'rihgt' is no value of 'side'\n  hint: did you mean 'right'?"));
  const auto all = problems(R"(exercise = "test-row"
[[support]]
part = "foto"
on = "flor"
[[keyframe]]
angles_deg = { knee_flexon = 20, hip_flexion = 170, pelvis_tilt = nan }
returns = true
)");
  EXPECT_THAT(
      all, ElementsAre(
               "1:1: error: 'schema' is missing", "1:1: error: 'source' is missing",
               "3:8: error: 'foto' is no part of the body\n  hint: did you mean 'foot'?",
               "4:6: error: 'flor' is no surface of this file\n  hint: did you mean 'floor'?",
               "5:1: error: 'name' is missing",
               "6:16: error: 'knee_flexon' is no joint angle\n  hint: did you mean 'knee_flexion'?",
               "6:48: error: 'hip_flexion' must be a number from -30 to 135 deg",
               "6:67: error: 'pelvis_tilt' must be a number from -180 to 180 deg",
               "7:1: error: unknown key 'returns'\n  hint: it is one of: name, at_s, like, "
               "angles_deg, trunk_lean_deg, lifted"));
}

TEST(RefusedMotion, TellsWhatIsMissing) {
  EXPECT_THAT(problems("schema = 1\nexercise = \"test-row\"\nsource = \"own\"\n"),
              ElementsAre("1:1: error: 'support' is missing: what carries the body\n"
                          "  hint: write [[support]] with 'part' and 'on'",
                          "1:1: error: 'keyframe' is missing: the postures\n"
                          "  hint: write [[keyframe]] with 'angles_deg'"));
  EXPECT_THAT(broken("part = \"palm_l\"\non = \"seat\"", ""),
              ElementsAre("13:1: error: 'part' is missing", "13:1: error: 'on' is missing"));
  EXPECT_THAT(broken("kind = \"bench\"\n", ""), ElementsAre("5:1: error: 'kind' is missing"));
  EXPECT_THAT(broken("height_m = 0.45\n", ""), ElementsAre("5:1: error: 'height_m' is missing"));
  EXPECT_THAT(broken("in = \"hand_r\"\n", ""), ElementsAre("16:1: error: 'in' is missing"));
  EXPECT_THAT(broken("at_s = 1.0\n", ""), ElementsAre("22:1: error: 'at_s' is missing"));
}

TEST(RefusedMotion, TheFileIsNamedAfterItsExercise) {
  const auto motion = parse(row(), false, "row.motion.toml");
  ASSERT_FALSE(motion.has_value());
  EXPECT_EQ(to_text(motion.error().at(0)),
            "row.motion.toml:2:12: error: the motion of 'test-row' must stand in "
            "'test_row.motion.toml'");
}

TEST(RefusedMotion, RefusesSurfacesThatCannotBe) {
  EXPECT_THAT(broken("\"seat\"\nkind", "\"floor\"\nkind"),
              ElementsAre("6:6: error: the floor is always there, at height 0\n"
                          "  hint: leave it out, or choose another id",
                          "15:6: error: 'seat' is no surface of this file\n"
                          "  hint: it is one of: floor"));
  EXPECT_THAT(broken("0.45", "3.5"),
              ElementsAre("8:12: error: 'height_m' must be a number from 0 to 3 m"));
  EXPECT_THAT(broken("0.45", "inf"),
              ElementsAre("8:12: error: 'height_m' must be a number from 0 to 3 m"));
  EXPECT_THAT(broken("\"bench\"", "\"bnech\""),
              ElementsAre("7:8: error: 'bnech' is no value of 'kind'\n"
                          "  hint: did you mean 'bench'?"));
  EXPECT_THAT(broken("\"bench\"", "\"incline\""),
              ElementsAre("5:1: error: 'slope_deg' is missing"));
  EXPECT_THAT(broken("\"bench\"", "\"wall\"\nat_m = 0"),
              ElementsAre("8:8: error: a wall stands in front of the body or behind\n"
                          "  hint: 'at_m' is above 0 in front and below 0 behind",
                          "9:12: error: a wall has no 'height_m'\n"
                          "  hint: 'at_m' says how far in front of the body it stands, below 0 "
                          "behind"));
  EXPECT_THAT(broken("0.45", "0.45\nat_m = 0.3"),
              ElementsAre("9:8: error: 'at_m' says nothing of a level surface\n"
                          "  hint: leave it out, or give 'slope_deg'; 'place_m' of a support says "
                          "where it stands"));
  EXPECT_THAT(broken("[[support]]",
                     "[[surface]]\nid = \"seat\"\nkind = \"step\"\nheight_m = 0.2\n"
                     "[[support]]"),
              ElementsAre("10:6: error: 'seat' is there already\n  hint: choose another id"));
}

TEST(RefusedMotion, RefusesSupportsThatCannotBe) {
  EXPECT_THAT(broken("\"palm_l\"\non = \"seat\"", "\"foot_l\"\non = \"floor\""),
              ElementsAre("13:1: error: 'foot_l' stands on 'floor' already"));
  EXPECT_THAT(broken("[0.1, 0.2]", "[0.1]"),
              ElementsAre("12:11: error: 'place_m' must be two numbers in m, forward and to "
                          "the right, such as [0.1, 0.15]"));
  EXPECT_THAT(broken("[\"foot_l\"]", "[\"knee_l\"]"),
              ElementsAre("26:11: error: 'knee_l' is no support of this file\n"
                          "  hint: it is one of: foot_r, foot_l, palm_l"));
  EXPECT_THAT(broken("[\"foot_l\"]", "[\"foot\", \"palm_l\"]"),
              ElementsAre("22:1: error: nothing carries the body in 'end'\n"
                          "  hint: take a support out of 'lifted'"));
}

TEST(RefusedMotion, APartStandsOnOneSurfaceAtATime) {
  const std::string step = "part = \"foot_l\"\non = \"seat\"";
  EXPECT_THAT(broken("part = \"palm_l\"\non = \"seat\"", step),
              ElementsAre("19:1: error: in 'start' both 'foot_l on floor' and 'foot_l on seat' "
                          "carry\n  hint: name one of them in 'lifted'"));
  std::string text = row("part = \"palm_l\"\non = \"seat\"", step);
  text.replace(text.find("[\"foot_l\"]"), 10, "[\"foot_l on floor\"]");
  text.replace(text.find("angles_deg"), 0, "lifted = [\"foot_l on seat\"]\n");
  const Motion motion = good(text);
  EXPECT_THAT(motion.keyframes[0].stands, ElementsAre(true, true, false));
  EXPECT_THAT(motion.keyframes[1].stands, ElementsAre(true, false, true));
}

TEST(RefusedMotion, SomethingCarriesBetweenKeyframes) {
  std::string text = row("[\"foot_l\"]", "[\"foot\"]");
  text.replace(text.find("angles_deg"), 0, "lifted = [\"palm_l\"]\n");
  EXPECT_THAT(problems(text),
              ElementsAre("1:1: error: nothing carries the body between 'end' and 'start'\n"
                          "  hint: between two keyframes a support carries if neither lifts it",
                          "23:1: error: nothing carries the body between 'start' and 'end'\n"
                          "  hint: between two keyframes a support carries if neither lifts it"));
}

TEST(RefusedMotion, RefusesLoadsThatCannotBe) {
  const auto load = [](const std::string& keys) { return broken(kDumbbell, keys); };
  EXPECT_THAT(load("kind = \"dumbell\"\nin = \"hand_r\""),
              ElementsAre("17:8: error: 'dumbell' is no value of 'kind'\n"
                          "  hint: did you mean 'dumbbell'?"));
  EXPECT_THAT(load("kind = \"dumbbell\"\nin = \"hand_r\"\nshare = 4.5"),
              ElementsAre("19:9: error: 'share' must be a number from 0 to 4"));
  EXPECT_THAT(load("kind = \"bar\"\nin = \"hand_r\""),
              ElementsAre("18:6: error: 'hand_r' is no place for a bar\n"
                          "  hint: did you mean 'hands'?"));
  EXPECT_THAT(load("kind = \"dumbbell\"\nin = \"hand_r\"\nanchor_m = [1, 1, 1]"),
              ElementsAre("19:12: error: a dumbbell has no 'anchor_m'\n"
                          "  hint: only a band or a cable has an end that is fixed elsewhere"));
  EXPECT_THAT(
      load("kind = \"dumbbell\"\nin = \"hand_r\"\n[[load]]\nkind = \"bar\"\nin = \"hands\""),
      ElementsAre("19:1: error: the right hand carries a load already"));
}

TEST(RefusedMotion, RefusesBandsAndCablesWithoutAnOtherEnd) {
  const auto load = [](const std::string& keys) { return broken(kDumbbell, keys); };
  const std::string hint =
      "\n  hint: give 'anchor_m = [forward, up, right]', or 'anchor_on' with a part of the body";
  EXPECT_THAT(load("kind = \"band\"\nin = \"hand_r\"\nslack_m = 0.5"),
              ElementsAre("16:1: error: the other end of the band or cable is missing" + hint));
  EXPECT_THAT(
      load("kind = \"cable\"\nin = \"hand_r\"\nanchor_m = [1, 1, 1]\nanchor_on = \"foot_r\""),
      ElementsAre("19:12: error: 'anchor_m' and 'anchor_on' exclude each other" + hint));
  EXPECT_THAT(load("kind = \"band\"\nin = \"hand_r\"\nanchor_on = \"foot_r\""),
              ElementsAre("16:1: error: 'slack_m' is missing"));
  EXPECT_THAT(load("kind = \"cable\"\nin = \"hand_r\"\nanchor_m = [1, 9]"),
              ElementsAre("19:12: error: 'anchor_m' must be three numbers in m, forward, above the "
                          "floor and to the right, such as [1.5, 0.2, 0]"));
  EXPECT_THAT(load("kind = \"cable\"\nin = \"hand_r\"\nanchor_m = [1, 9, nan]"),
              ElementsAre("19:16: error: 'anchor_m' holds numbers from -5 to 5 m",
                          "19:19: error: 'anchor_m' holds numbers from -5 to 5 m"));
  EXPECT_THAT(load("kind = \"cable\"\nin = \"hand_r\"\nanchor_m = [1, -1, 0]"),
              ElementsAre("19:12: error: 'anchor_m' lies below the floor"));
  EXPECT_THAT(load("kind = \"cable\"\nin = \"hand_r\"\nanchor_m = [1, 1, 1]\nslack_m = 1"),
              ElementsAre("20:11: error: a cable has no 'slack_m'\n"
                          "  hint: it pulls alike at every length"));
  EXPECT_THAT(load("kind = \"band\"\nin = \"hand_r\"\nslack_m = 1\nanchor_on = \"foot\""),
              ElementsAre("20:13: error: 'anchor_on' means two parts for one end\n"
                          "  hint: say which side, with _r or _l"));
  EXPECT_THAT(load("kind = \"band\"\nin = \"knee_r\"\nslack_m = 1\nanchor_on = \"knee_r\""),
              ElementsAre("20:13: error: both ends of the band or cable are at the same part"));
}

TEST(RefusedMotion, RefusesTimesThatCannotBe) {
  EXPECT_THAT(broken("1.0", "0"),
              ElementsAre("24:8: error: 'at_s' is 0 s: it must be at least 0.05 s later than the "
                          "keyframe before, which is at 0 s"));
  EXPECT_THAT(broken("1.0", "0.06"),
              ElementsAre("22:1: error: a repetition takes 0.12 s: it must be from 0.2 to 60 s"));
  EXPECT_THAT(broken("1.0", "61"),
              ElementsAre("24:8: error: 'at_s' must be a number from 0 to 60 s"));
  EXPECT_THAT(broken("1.0", "50"),
              ElementsAre("22:1: error: a repetition takes 100 s: it must be from 0.2 to 60 s"));
  EXPECT_THAT(broken("name = \"start\"", "name = \"start\"\nat_s = 0.5"),
              ElementsAre("21:8: error: the first keyframe is at 0 s"));
  EXPECT_THAT(problems("return_s = 0\n" + row()),
              ElementsAre("1:12: error: 'return_s' must be a number from 0.05 to 60 s"));
}

TEST(RefusedMotion, ARepetitionEndsWhereItBegan) {
  EXPECT_THAT(problems("returns = false\n" + row()),
              ElementsAre("23:1: error: 'end' does not end the repetition where it began: "
                          "shoulder_flexion_r is -30 deg, at first 60 deg\n"
                          "  hint: end with a keyframe of like = \"start\", or leave out "
                          "'returns = false'"));
  EXPECT_THAT(problems("returns = false\nreturn_s = 1\n" + row()),
              ElementsAre("2:12: error: 'return_s' needs 'returns = true'"));
}

TEST(RefusedMotion, RefusesKeyframesThatContradictThemselves) {
  EXPECT_THAT(broken("[\"foot_l\"]", "[]\ntrunk_lean_deg = 120"),
              ElementsAre("27:18: error: 'trunk_lean_deg' must be a number from -30 to 110 deg"));
  EXPECT_THAT(broken("angles_deg = { pelvis_tilt = 45",
                     "trunk_lean_deg = 30\nangles_deg = { pelvis_tilt = 45"),
              ElementsAre("21:18: error: 'trunk_lean_deg' and 'pelvis_tilt' exclude each other\n"
                          "  hint: 'trunk_lean_deg' sets pelvis_tilt and lumbar_flexion together"));
  EXPECT_THAT(broken("\"end\"", "\"start\""),
              ElementsAre("23:8: error: 'start' is a keyframe already\n"
                          "  hint: choose another name; like = \"...\" repeats a posture"));
  EXPECT_THAT(broken("at_s = 1.0", "at_s = 1.0\nlike = \"strat\""),
              ElementsAre("25:8: error: 'strat' is no earlier keyframe\n"
                          "  hint: did you mean 'start'?"));
}

TEST(RefusedMotion, RefusesTooManyKeyframes) {
  std::string text = row();
  for (int i = 2; i <= 24; ++i) {
    text +=
        "[[keyframe]]\nname = \"k" + std::to_string(i) + "\"\nat_s = " + std::to_string(i) + "\n";
  }
  EXPECT_THAT(problems(text), ElementsAre("93:1: error: more than 24 keyframes"));
}

TEST(RefusedMotion, RefusesBalanceThatContradictsItself) {
  const auto balance = [](const std::string& keys) {
    return problems(row() + "[balance]\n" + keys);
  };
  EXPECT_THAT(balance("free_deg = { knee_flexion = 10 }\nkeep = [\"knee_flexion_r\"]"),
              ElementsAre("29:9: error: 'knee_flexion_r' is both free and kept"));
  EXPECT_THAT(balance("free_deg = { knee_flexion = 100, kne = 5 }"),
              ElementsAre("28:29: error: 'knee_flexion' must be a number from 0.1 to 90 deg",
                          "28:34: error: 'kne' is no joint angle"));
}

}  // namespace
}  // namespace strongback
