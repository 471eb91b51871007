// Knows which chapter each event belongs to; not what it changes there.
import { evolveAgenda } from './agenda.ts';
import { evolveAmendments, withOutcomes } from './amendments/index.ts';
import { evolveAsides } from './asides.ts';
import { convened } from './convening.ts';
import { evolveCountersigners } from './countersigners.ts';
import type { RecordedEvent } from './event.ts';
import { evolveElections } from './elections/index.ts';
import type { Meeting } from './meeting.ts';
import { evolveMinutes } from './minutes.ts';
import { evolveOpenItems } from './open-items.ts';
import { evolvePulses } from './pulses/index.ts';
import { enterPrepared, evolveQueue } from './queue/index.ts';
import { evolveRecommendations } from './recommendations.ts';
import { isRehearsal } from './rehearsal.ts';
import { evolveRoll, presentMembers } from './roll.ts';
import { evolveScreens } from './screens.ts';
import { evolveSpeechDigests } from './speech-digests.ts';
import {
  evolveScrutineerKeys,
  evolveSealing,
  evolveSecret,
  evolveProxies,
  evolveReservations,
  evolveRounds,
  evolveVote,
} from './vote/index.ts';

/** Law 1. Total: an event that does not fit the state leaves it as it is. */
export function evolve(meeting: Meeting, event: RecordedEvent): Meeting {
  const next = evolveChapters(meeting, event);
  if (next.phase === 'notConvened') return next;
  const screens = evolveScreens(next.screens, event);
  return screens === next.screens ? next : { ...next, screens };
}

function evolveChapters(meeting: Meeting, event: RecordedEvent): Meeting {
  if (event.type === 'MeetingConvened') return meeting.phase === 'notConvened' ? convened(event.payload, event.by, event.at) : meeting;
  if (meeting.phase === 'notConvened') return meeting;
  switch (event.type) {
    case 'MeetingOpened': {
      const [first] = meeting.agenda.stages;
      return meeting.phase === 'convened' && first
        ? { ...meeting, phase: 'inSession', openedAt: event.at, stageId: first.stageId }
        : meeting;
    }
    case 'StageEntered': {
      if (meeting.phase !== 'inSession') return meeting;
      const { stageId } = event.payload;
      return {
        ...meeting,
        stageId,
        agenda: evolveAgenda(meeting.agenda, event),
        queue: enterPrepared(meeting.queue, meeting, stageId, event),
      };
    }
    case 'MeetingSuspended':
      return meeting.phase === 'inSession'
        ? {
            ...meeting,
            phase: 'suspended',
            since: event.at,
            reason: event.payload.reason ?? null,
            agenda: evolveAgenda(meeting.agenda, event),
          }
        : meeting;
    case 'MeetingResumed': {
      if (meeting.phase !== 'suspended') return meeting;
      const { since: _since, reason: _reason, ...held } = meeting;
      return { ...held, phase: 'inSession', agenda: evolveAgenda(meeting.agenda, event) };
    }
    case 'MeetingConcluded': {
      if (meeting.phase !== 'inSession') return meeting;
      const { stageId: _stage, ...held } = meeting;
      return { ...held, phase: 'concluded', concludedAt: event.at, agenda: evolveAgenda(meeting.agenda, event) };
    }
    case 'MeetingPostponed':
      return { ...meeting, notice: { ...meeting.notice, startsAt: event.payload.startsAt } };
    case 'MeetingCancelled':
      return meeting.phase === 'convened' || isRehearsal(meeting.notice)
        ? { ...meeting, phase: 'cancelled', reason: event.payload.reason }
        : meeting;
    case 'ChairHandedOver':
      return { ...meeting, presiding: event.payload.to };
    case 'StageRevised':
    case 'MaterialAdded':
    case 'MembersMaterialAdded':
    case 'MaterialWithdrawn':
      return { ...meeting, agenda: evolveAgenda(meeting.agenda, event) };
    case 'RecommendationsTabled':
    case 'RecommendationRevised':
      return { ...meeting, recommendations: evolveRecommendations(meeting.recommendations, event) };
    case 'AmendmentProposed':
    case 'AmendmentWithdrawn':
    case 'AmendmentRebased':
    case 'AmendmentsMerged':
    case 'AmendmentDeclined':
      return { ...meeting, amendments: evolveAmendments(meeting.amendments, event, meeting.recommendations) };
    case 'VoteRuleChanged':
      return { ...meeting, rules: { ...meeting.rules, vote: event.payload.rule } };
    case 'VotingOpened':
    case 'VoteCast':
    case 'VoteEntered':
    case 'CountEntered':
    case 'VotingClosed':
    case 'VotersUnreachable':
    case 'VotingVoided':
    case 'ResultAnnounced':
    case 'CountConfirmed':
    case 'AcclamationOpened':
    case 'ObjectionRaised':
    case 'AcclamationClosed':
      return {
        ...meeting,
        motions: evolveVote(meeting.motions, event),
        rounds: evolveRounds(meeting.rounds, event, meeting),
        amendments: withOutcomes(meeting.amendments, event),
      };
    case 'ScrutineerKeyOffered':
    case 'BallotsIssued':
    case 'BallotsSealed':
    case 'KeyHandedIn':
    case 'BallotsCounted':
    case 'BallotsVoided':
    case 'BallotsDestroyed':
      return {
        ...meeting,
        secretVotes: evolveSecret(meeting.secretVotes, event, presentMembers(meeting.roll).length),
        scrutineerKeys: evolveScrutineerKeys(meeting.scrutineerKeys, event),
        motions: evolveSealing(meeting.motions, event),
      };
    case 'ScrutineersNamed':
      return { ...meeting, scrutineers: event.payload.persons };
    case 'ReservationDeclared':
    case 'ReservationWithdrawn':
      return { ...meeting, reservations: evolveReservations(meeting.reservations, event) };
    case 'ProxyGranted':
    case 'ProxyRevoked':
      return { ...meeting, proxies: evolveProxies(meeting.proxies, event) };
    case 'PulseOpened':
    case 'PulseTaken':
    case 'PulseClosed':
      return { ...meeting, pulses: evolvePulses(meeting.pulses, event) };
    case 'ElectionTabled':
    case 'ElectionRevised':
    case 'ElectionWithdrawn':
    case 'ElectionOpened':
    case 'ElectionCast':
    case 'ElectionEntered':
    case 'ElectionCountEntered':
    case 'ElectionClosed':
    case 'ElectorsUnreachable':
    case 'ElectionVoided':
    case 'ElectionCountConfirmed':
    case 'ElectionAnnounced':
      return { ...meeting, elections: evolveElections(meeting.elections, event) };
    case 'WriterPermitted':
    case 'WriterDismissed':
    case 'MinutesSubmitted':
    case 'MinutesPassed':
    case 'MinutesIssued':
    case 'MinutesCorrected':
      return { ...meeting, minutes: evolveMinutes(meeting.minutes, event) };
    case 'MinutesReturned':
    case 'MinutesCountersigned':
      return {
        ...meeting,
        minutes: evolveMinutes(meeting.minutes, event),
        countersigners: evolveCountersigners(meeting.countersigners, event),
      };
    case 'CountersignerNamed':
    case 'CountersignerExcused':
      return { ...meeting, countersigners: evolveCountersigners(meeting.countersigners, event) };
    case 'SpeakerAsked':
    case 'SpeechDigestConfirmed':
    case 'SpeechDigestContested':
    case 'SpeakerExcused':
      return { ...meeting, speechDigests: evolveSpeechDigests(meeting.speechDigests, event) };
    case 'AsideSent':
    case 'AsideWithdrawn':
    case 'AsideReceived':
    case 'AsideAcknowledged':
    case 'AsideAnswered':
      return { ...meeting, asides: evolveAsides(meeting.asides, event) };
    case 'OpenItemClosed':
      return { ...meeting, closedItems: evolveOpenItems(meeting.closedItems, event) };
    case 'CheckedIn':
    case 'CheckInUndone':
    case 'LeftEarly':
    case 'LeaveRequested':
    case 'LeaveWithdrawn':
    case 'LeaveApproved':
    case 'LeaveDeclined':
    case 'LeaveRevoked':
    case 'AttendeeAdded':
    case 'AttendeeRemoved':
      return { ...meeting, roll: evolveRoll(meeting.roll, event) };
    case 'ScreenAdded':
    case 'ScreenRemoved':
    case 'ShownOnScreen':
      return meeting;
    default:
      return { ...meeting, queue: evolveQueue(meeting.queue, event) };
  }
}
