#include "exchange/motion_json.h"

#include "exchange/json_parts.h"

namespace strongback {
namespace {

constexpr int kLengthDigits = 4, kTurnDigits = 5, kActivationDigits = 3, kTimeDigits = 3;

Json point_json(const Point& point) {
  return {rounded(point[0], kLengthDigits), rounded(point[1], kLengthDigits),
          rounded(point[2], kLengthDigits)};
}

Json point_json(const Eigen::Vector3d& point) {
  return point_json(Point{point.x(), point.y(), point.z()});
}

std::string word_of(Matter matter) {
  switch (matter) {
    case Matter::Skin:
      return "skin";
    case Matter::Floor:
      return "floor";
    case Matter::Furniture:
      return "furniture";
    case Matter::Load:
      return "load";
    case Matter::Plate:
      return "plate";
    case Matter::Cord:
      return "cord";
  }
  return "";
}

Json shapes_json(const std::vector<Shape>& shapes) {
  Json all = Json::array();
  for (const Shape& shape : shapes) {
    Json balls = Json::array();
    for (const WorldBall& ball : shape.balls) {
      balls.push_back(
          {{"at_m", point_json(ball.at)}, {"radius_m", rounded(ball.radius, kLengthDigits)}});
    }
    all.push_back({{"of", word_of(shape.matter)}, {"balls", std::move(balls)}});
  }
  return all;
}

Json volumes_json(const BodyTables& tables) {
  Json all = Json::array();
  for (const Volume& volume : tables.volumes) {
    Json balls = Json::array();
    for (const Ball& ball : volume.balls) {
      balls.push_back({{"on", ball.segment},
                       {"at_m", point_json(ball.at)},
                       {"radius_m", rounded(ball.radius, kLengthDigits)}});
    }
    const char* hand = volume.hand == HandShape::Any    ? nullptr
                       : volume.hand == HandShape::Open ? "open"
                                                        : "closed";
    all.push_back({{"part", volume.part},
                   {"hand", hand == nullptr ? Json(nullptr) : Json(hand)},
                   {"balls", std::move(balls)}});
  }
  return all;
}

/// Paths of all fascicles that belong to a muscle; what bends around bones goes straight here.
Json muscles_json(const BodyTables& tables, const Scene& scene) {
  Json all = Json::array();
  for (const Part& part : scene.parts) {
    for (const MuscleShape& muscle : part.muscles) {
      Json strands = Json::array();
      for (const std::size_t f : muscle.fascicles) {
        Json stops = Json::array();
        for (const PathStop& stop : tables.fascicles[f].path) {
          if (stop.segment.empty()) continue;
          stops.push_back({{"on", stop.segment}, {"at_m", point_json(stop.at)}});
        }
        strands.push_back(std::move(stops));
      }
      all.push_back({{"muscle", muscle.muscle},
                     {"side", std::string(1, muscle.side)},
                     {"part", part.name},
                     {"width_m", rounded(muscle.width, kLengthDigits)},
                     {"strands", std::move(strands)}});
    }
  }
  return all;
}

Json instant_json(const MotionInstant& instant, bool has_activation) {
  Json places = Json::array();
  for (const SegmentPlace& place : instant.segments) {
    Json turn = Json::array();
    for (const double part : place.turn) turn.push_back(rounded(part, kTurnDigits));
    places.push_back({{"at_m", point_json(place.at)}, {"turn", std::move(turn)}});
  }
  Json activation = Json::array(), held = Json::array();
  for (const Part& part : instant.scene.parts) {
    for (const MuscleShape& muscle : part.muscles) {
      activation.push_back(rounded(muscle.activation, kActivationDigits));
    }
    for (Json& shape : shapes_json(part.held)) held.push_back(std::move(shape));
  }
  return {{"time_s", rounded(instant.time_s, kTimeDigits)},
          {"segments", std::move(places)},
          {"activation", has_activation ? std::move(activation) : Json(nullptr)},
          {"held", std::move(held)}};
}

}  // namespace

std::string motion_json(const PlayedMotion& played, const BodyTables& tables) {
  Json segments = Json::array(), instants = Json::array();
  for (const Segment& segment : tables.segments) segments.push_back(segment.id);
  for (const MotionInstant& instant : played.instants) {
    instants.push_back(instant_json(instant, played.has_activation));
  }
  const Scene& first = played.instants.front().scene;
  const Json document = {{"schema", "strongback.motion/1"},
                         {"exercise", played.exercise},
                         {"model", played.model},
                         {"load_kg", rounded(played.load_kg, 3)},
                         {"segments", std::move(segments)},
                         {"volumes", volumes_json(tables)},
                         {"muscles", muscles_json(tables, first)},
                         {"furniture", shapes_json(first.furniture)},
                         {"instants", std::move(instants)}};
  return document.dump() + "\n";
}

}  // namespace strongback
