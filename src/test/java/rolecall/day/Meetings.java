package rolecall.day;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Applications on the Chime SDK: meetings come and go, people join, channels are read. */
final class Meetings {
  private static final String HIDDEN = "HIDDEN_DUE_TO_SECURITY_REASONS";
  private static final String APP =
      "arn:aws:chime:us-east-1:111122223333:app-instance/00000000-0000-4000-8000-0000000000c1";

  private Meetings() {}

  /** A meeting from its beginning to its end. */
  static List<Happening> meet(Draw draw) {
    Actor app = draw.any(Cast.MEETING_APP, Cast.MEETING_APP, Cast.MEETING_FUNCTION);
    String meeting = draw.uuid();
    List<Happening> done = new ArrayList<>();
    done.add(
        chime(
            app,
            Call.write(
                    "chime",
                    "CreateMeeting",
                    "clientRequestToken",
                    HIDDEN,
                    "mediaRegion",
                    "us-east-1",
                    "externalMeetingId",
                    HIDDEN)
                .answered("meeting", meeting(meeting))));
    if (draw.percent(30)) {
      done.add(
          chime(
              app,
              Call.write("chime", "BatchCreateAttendee", "meetingId", meeting, "attendees", HIDDEN)
                  .answered("attendees", HIDDEN, "errors", List.of())));
    }
    for (int i = draw.below(4); i >= 0; i--) {
      done.add(
          chime(
              app,
              Call.write("chime", "CreateAttendee", "meetingId", meeting, "externalUserId", HIDDEN)
                  .answered(
                      "attendee",
                      Shape.of(
                          "attendeeId",
                          draw.uuid(),
                          "externalUserId",
                          HIDDEN,
                          "joinToken",
                          HIDDEN))));
      done.add(chime(app, Call.read("chime", "GetMeeting", "meetingId", meeting)));
      done.add(chime(app, Call.read("chime", "ListAttendees", "meetingId", meeting)));
    }
    done.add(chime(app, Call.write("chime", "DeleteMeeting", "meetingId", meeting)));
    done.add(
        chime(
            app,
            Call.read("chime", "GetMeeting", "meetingId", meeting)
                .failed("NotFoundException", "Meeting with id " + meeting + " not found")));
    return done;
  }

  /** People talk in channels. */
  static List<Happening> chat(Draw draw) {
    Actor app = Cast.MEETING_APP;
    String user = APP + "/user/user-" + draw.below(500);
    String channel = APP + "/channel/" + draw.uuid();
    return List.of(
        chime(
            app,
            Call.write(
                    "chime",
                    "CreateAppInstanceUser",
                    "appInstanceArn",
                    APP,
                    "appInstanceUserId",
                    user.substring(user.lastIndexOf('/') + 1),
                    "name",
                    HIDDEN,
                    "clientRequestToken",
                    HIDDEN)
                .answered("appInstanceUserArn", user)),
        chime(app, Call.read("chime", "ListChannels", "appInstanceArn", APP, "chimeBearer", user)),
        chime(
            app, Call.read("chime", "DescribeChannel", "channelArn", channel, "chimeBearer", user)),
        chime(
            app,
            Call.write(
                "chime",
                "CreateChannelMembership",
                "channelArn",
                channel,
                "memberArn",
                user,
                "type",
                "DEFAULT",
                "chimeBearer",
                user)),
        chime(
            app,
            Call.read("chime", "ListChannelMembershipsForAppInstanceUser", "chimeBearer", user)));
  }

  /** Somebody at the console looks at the voice connectors. */
  static List<Happening> lookAtVoice(Draw draw) {
    Actor reader = draw.of(Cast.WORKFORCE).atConsole();
    return List.of(
        chime(reader, Call.read("chime", "ListVoiceConnectors")),
        chime(reader, Call.read("chime", "ListPhoneNumbers", "maxResults", 50)),
        chime(
            reader,
            Call.read(
                "chime",
                "GetVoiceConnectorTermination",
                "voiceConnectorId",
                "abcdef1ghij2klmno3pqr4")),
        chime(reader, Call.read("chime", "ListSipMediaApplications")),
        chime(reader, Call.read("chime", "ListAccounts", "maxResults", 50)),
        chime(reader, Call.read("chime", "GetGlobalSettings")),
        chime(
            Cast.MEETING_APP,
            Call.read("chime", "ListAttendees", "meetingId", draw.uuid())
                .failed("ThrottledClientException", "Rate exceeded")));
  }

  private static Map<String, Object> meeting(String id) {
    return Shape.of(
        "meetingId",
        id,
        "meetingArn",
        "arn:aws:chime:us-east-1:111122223333:meeting/" + id,
        "mediaRegion",
        "us-east-1",
        "externalMeetingId",
        HIDDEN,
        "mediaPlacement",
        Shape.of("audioHostUrl", HIDDEN, "signalingUrl", HIDDEN));
  }

  private static Happening chime(Actor actor, Call call) {
    return new Calls(actor, call);
  }
}
