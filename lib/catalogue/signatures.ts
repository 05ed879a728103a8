import type { Signature } from '#lib/model/signature.ts';
import { appClientRefused } from '#lib/signatures/app/client-refused.ts';
import { appFatalRecord } from '#lib/signatures/app/fatal-record.ts';
import { appListening } from '#lib/signatures/app/listening.ts';
import { appStopSignal } from '#lib/signatures/app/stop-signal.ts';
import { appTooManyConnections } from '#lib/signatures/app/too-many-connections.ts';
import { ecsContainerCrashed } from '#lib/signatures/ecs/container-crashed.ts';
import { ecsContainerEnded } from '#lib/signatures/ecs/container-ended.ts';
import { ecsContainerExited } from '#lib/signatures/ecs/container-exited.ts';
import { ecsContainerHealthCheckFailed } from '#lib/signatures/ecs/container-health-check-failed.ts';
import { ecsContainerKilled } from '#lib/signatures/ecs/container-killed.ts';
import { ecsDeploymentCompleted } from '#lib/signatures/ecs/deployment-completed.ts';
import { ecsDeploymentFailed } from '#lib/signatures/ecs/deployment-failed.ts';
import { ecsDeploymentStarted } from '#lib/signatures/ecs/deployment-started.ts';
import { ecsElbHealthCheckFailed } from '#lib/signatures/ecs/elb-health-check-failed.ts';
import { ecsInfrastructureStop } from '#lib/signatures/ecs/infrastructure-stop.ts';
import { ecsInstanceDraining } from '#lib/signatures/ecs/instance-draining.ts';
import { ecsOomKilled } from '#lib/signatures/ecs/oom-killed.ts';
import { ecsOomMeanwhile } from '#lib/signatures/ecs/oom-meanwhile.ts';
import { ecsSpotInterruption } from '#lib/signatures/ecs/spot-interruption.ts';
import { ecsStartImpaired } from '#lib/signatures/ecs/start-impaired.ts';
import { ecsStopTimedOut } from '#lib/signatures/ecs/stop-timed-out.ts';
import { ecsTaskFailedToStart } from '#lib/signatures/ecs/task-failed-to-start.ts';
import { ecsTaskStarted } from '#lib/signatures/ecs/task-started.ts';
import { ecsTaskStopped } from '#lib/signatures/ecs/task-stopped.ts';
import { ecsTaskStopping } from '#lib/signatures/ecs/task-stopping.ts';
import { gunicornAsgiException } from '#lib/signatures/gunicorn/asgi-exception.ts';
import { gunicornBoot } from '#lib/signatures/gunicorn/boot.ts';
import { gunicornFailedToBoot } from '#lib/signatures/gunicorn/failed-to-boot.ts';
import { gunicornForcingClose } from '#lib/signatures/gunicorn/forcing-close.ts';
import { gunicornGracefulTimeout } from '#lib/signatures/gunicorn/graceful-timeout.ts';
import { gunicornHangUp } from '#lib/signatures/gunicorn/hang-up.ts';
import { gunicornInvalidRequest } from '#lib/signatures/gunicorn/invalid-request.ts';
import { gunicornListening } from '#lib/signatures/gunicorn/listening.ts';
import { gunicornMasterCrashed } from '#lib/signatures/gunicorn/master-crashed.ts';
import { gunicornParentChanged } from '#lib/signatures/gunicorn/parent-changed.ts';
import { gunicornProxyForbidden } from '#lib/signatures/gunicorn/proxy-forbidden.ts';
import { gunicornRecycle } from '#lib/signatures/gunicorn/recycle.ts';
import { gunicornReload } from '#lib/signatures/gunicorn/reload.ts';
import { gunicornRequestFailed } from '#lib/signatures/gunicorn/request-failed.ts';
import { gunicornRequestTooLarge } from '#lib/signatures/gunicorn/request-too-large.ts';
import { gunicornResponseFailed } from '#lib/signatures/gunicorn/response-failed.ts';
import { gunicornScale } from '#lib/signatures/gunicorn/scale.ts';
import { gunicornShuttingDown } from '#lib/signatures/gunicorn/shutting-down.ts';
import { gunicornSocketError } from '#lib/signatures/gunicorn/socket-error.ts';
import { gunicornStarting } from '#lib/signatures/gunicorn/starting.ts';
import { gunicornStop } from '#lib/signatures/gunicorn/stop.ts';
import { gunicornThreadDied } from '#lib/signatures/gunicorn/thread-died.ts';
import { gunicornWaitingForConnections } from '#lib/signatures/gunicorn/waiting-for-connections.ts';
import { gunicornWorkerClass } from '#lib/signatures/gunicorn/worker-class.ts';
import { gunicornWorkerCrashed } from '#lib/signatures/gunicorn/worker-crashed.ts';
import { gunicornWorkerException } from '#lib/signatures/gunicorn/worker-exception.ts';
import { gunicornWorkerExitCode } from '#lib/signatures/gunicorn/worker-exit-code.ts';
import { gunicornWorkerExited } from '#lib/signatures/gunicorn/worker-exited.ts';
import { gunicornWorkerExiting } from '#lib/signatures/gunicorn/worker-exiting.ts';
import { gunicornWorkerKilled } from '#lib/signatures/gunicorn/worker-killed.ts';
import { gunicornWorkerTerminated } from '#lib/signatures/gunicorn/worker-terminated.ts';
import { gunicornWorkerTimeout } from '#lib/signatures/gunicorn/worker-timeout.ts';
import { kernelConntrackFull } from '#lib/signatures/kernel/conntrack-full.ts';
import { kernelFatalSignal } from '#lib/signatures/kernel/fatal-signal.ts';
import { kernelFileMax } from '#lib/signatures/kernel/file-max.ts';
import { kernelForkRejected } from '#lib/signatures/kernel/fork-rejected.ts';
import { kernelNeighbourOverflow } from '#lib/signatures/kernel/neighbour-overflow.ts';
import { kernelOomGroupKilled } from '#lib/signatures/kernel/oom-group-killed.ts';
import { kernelOomInvoked } from '#lib/signatures/kernel/oom-invoked.ts';
import { kernelOomKilled } from '#lib/signatures/kernel/oom-killed.ts';
import { kernelOomLimit } from '#lib/signatures/kernel/oom-limit.ts';
import { kernelOomLimitKilled } from '#lib/signatures/kernel/oom-limit-killed.ts';
import { kernelOomReaped } from '#lib/signatures/kernel/oom-reaped.ts';
import { kernelOomSacrifice } from '#lib/signatures/kernel/oom-sacrifice.ts';
import { kernelOomVictim } from '#lib/signatures/kernel/oom-victim.ts';
import { kernelOrphanedSockets } from '#lib/signatures/kernel/orphaned-sockets.ts';
import { kernelSegfault } from '#lib/signatures/kernel/segfault.ts';
import { kernelSynFlooding } from '#lib/signatures/kernel/syn-flooding.ts';
import { kernelTaskBlocked } from '#lib/signatures/kernel/task-blocked.ts';
import { kernelTcpMemory } from '#lib/signatures/kernel/tcp-memory.ts';
import { kernelTrap } from '#lib/signatures/kernel/trap.ts';
import { kernelUnhandledException } from '#lib/signatures/kernel/unhandled-exception.ts';
import { nginxAccessBadGateway } from '#lib/signatures/nginx/access-bad-gateway.ts';
import { nginxAccessClientClosed } from '#lib/signatures/nginx/access-client-closed.ts';
import { nginxAccessNoHeader } from '#lib/signatures/nginx/access-no-header.ts';
import { nginxAccessNotConnected } from '#lib/signatures/nginx/access-not-connected.ts';
import { nginxAccessTimedOut } from '#lib/signatures/nginx/access-timed-out.ts';
import { nginxAnsweredTooLarge } from '#lib/signatures/nginx/answered-too-large.ts';
import { nginxCertificateDistrusted } from '#lib/signatures/nginx/certificate-distrusted.ts';
import { nginxCertificateRefused } from '#lib/signatures/nginx/certificate-refused.ts';
import { nginxClientClosed } from '#lib/signatures/nginx/client-closed.ts';
import { nginxClientReset } from '#lib/signatures/nginx/client-reset.ts';
import { nginxConnectFailed } from '#lib/signatures/nginx/connect-failed.ts';
import { nginxGoaway } from '#lib/signatures/nginx/goaway.ts';
import { nginxHandshakeAlert } from '#lib/signatures/nginx/handshake-alert.ts';
import { nginxHandshakeClosed } from '#lib/signatures/nginx/handshake-closed.ts';
import { nginxHandshakeFailed } from '#lib/signatures/nginx/handshake-failed.ts';
import { nginxHandshakePlainText } from '#lib/signatures/nginx/handshake-plain-text.ts';
import { nginxHeaderTooBig } from '#lib/signatures/nginx/header-too-big.ts';
import { nginxInvalidChunked } from '#lib/signatures/nginx/invalid-chunked.ts';
import { nginxInvalidResponse } from '#lib/signatures/nginx/invalid-response.ts';
import { nginxNoFreeConnection } from '#lib/signatures/nginx/no-free-connection.ts';
import { nginxNoLiveUpstreams } from '#lib/signatures/nginx/no-live-upstreams.ts';
import { nginxNotHttp } from '#lib/signatures/nginx/not-http.ts';
import { nginxNotResolved } from '#lib/signatures/nginx/not-resolved.ts';
import { nginxPathLost } from '#lib/signatures/nginx/path-lost.ts';
import { nginxPrematurelyClosedBody } from '#lib/signatures/nginx/prematurely-closed-body.ts';
import { nginxPrematurelyClosedFastcgi } from '#lib/signatures/nginx/prematurely-closed-fastcgi.ts';
import { nginxPrematurelyClosedHeader } from '#lib/signatures/nginx/prematurely-closed-header.ts';
import { nginxPrematurelyClosedStream } from '#lib/signatures/nginx/prematurely-closed-stream.ts';
import { nginxReload } from '#lib/signatures/nginx/reload.ts';
import { nginxRequestBodyBuffered } from '#lib/signatures/nginx/request-body-buffered.ts';
import { nginxResetReadingBody } from '#lib/signatures/nginx/reset-reading-body.ts';
import { nginxResetReadingHeader } from '#lib/signatures/nginx/reset-reading-header.ts';
import { nginxResetSendingRequest } from '#lib/signatures/nginx/reset-sending-request.ts';
import { nginxResetSendingToClient } from '#lib/signatures/nginx/reset-sending-to-client.ts';
import { nginxStarted } from '#lib/signatures/nginx/started.ts';
import { nginxStopping } from '#lib/signatures/nginx/stopping.ts';
import { nginxStreamRejected } from '#lib/signatures/nginx/stream-rejected.ts';
import { nginxTcpReset } from '#lib/signatures/nginx/tcp-reset.ts';
import { nginxTlsFailed } from '#lib/signatures/nginx/tls-failed.ts';
import { nginxTunnelReset } from '#lib/signatures/nginx/tunnel-reset.ts';
import { nginxUpstreamDisabled } from '#lib/signatures/nginx/upstream-disabled.ts';
import { nginxUpstreamTimedOut } from '#lib/signatures/nginx/upstream-timed-out.ts';
import { nginxWorkerCrashed } from '#lib/signatures/nginx/worker-crashed.ts';
import { nodeAssertionFailed } from '#lib/signatures/node/assertion-failed.ts';
import { nodeBodyTooLarge } from '#lib/signatures/node/body-too-large.ts';
import { nodeFatalError } from '#lib/signatures/node/fatal-error.ts';
import { nodeHeadersSent } from '#lib/signatures/node/headers-sent.ts';
import { nodeHeapOutOfMemory } from '#lib/signatures/node/heap-out-of-memory.ts';
import { nodeLengthMismatch } from '#lib/signatures/node/length-mismatch.ts';
import { nodeNativeStack } from '#lib/signatures/node/native-stack.ts';
import { nodeNestStarted } from '#lib/signatures/node/nest-started.ts';
import { nodeNodemonCrashed } from '#lib/signatures/node/nodemon-crashed.ts';
import { nodeNpmChildCrashed } from '#lib/signatures/node/npm-child-crashed.ts';
import { nodeNpmChildKilled } from '#lib/signatures/node/npm-child-killed.ts';
import { nodeNpmChildStopped } from '#lib/signatures/node/npm-child-stopped.ts';
import { nodeParseProtocol } from '#lib/signatures/node/parse-protocol.ts';
import { nodeParseRejected } from '#lib/signatures/node/parse-rejected.ts';
import { nodeParseTooLarge } from '#lib/signatures/node/parse-too-large.ts';
import { nodePeerHungUp } from '#lib/signatures/node/peer-hung-up.ts';
import { nodeRejectionThrown } from '#lib/signatures/node/rejection-thrown.ts';
import { nodeRejectionWarning } from '#lib/signatures/node/rejection-warning.ts';
import { nodeRequestTimeout } from '#lib/signatures/node/request-timeout.ts';
import { nodeThrownAt } from '#lib/signatures/node/thrown-at.ts';
import { nodeTooManyFiles } from '#lib/signatures/node/too-many-files.ts';
import { nodeUncaughtExit } from '#lib/signatures/node/uncaught-exit.ts';
import { nodeUncaughtLogged } from '#lib/signatures/node/uncaught-logged.ts';
import { nodeUnhandledErrorEvent } from '#lib/signatures/node/unhandled-error-event.ts';
import { nodeUnhandledRejection } from '#lib/signatures/node/unhandled-rejection.ts';
import { nodeWorkerCrashed } from '#lib/signatures/node/worker-crashed.ts';
import { nodeWorkerDied } from '#lib/signatures/node/worker-died.ts';
import { nodeWorkerExited } from '#lib/signatures/node/worker-exited.ts';
import { nodeWorkerKilled } from '#lib/signatures/node/worker-killed.ts';
import { nodeWorkerStopped } from '#lib/signatures/node/worker-stopped.ts';
import { nodeWorkerThreadOutOfMemory } from '#lib/signatures/node/worker-thread-out-of-memory.ts';
import { phpMemoryLimit } from '#lib/signatures/php/memory-limit.ts';
import { phpPostTooLarge } from '#lib/signatures/php/post-too-large.ts';
import { phpTimeLimit } from '#lib/signatures/php/time-limit.ts';
import { phpUncaught } from '#lib/signatures/php/uncaught.ts';
import { phpFpmBusy } from '#lib/signatures/php-fpm/busy.ts';
import { phpFpmChildCrashed } from '#lib/signatures/php-fpm/child-crashed.ts';
import { phpFpmChildExited } from '#lib/signatures/php-fpm/child-exited.ts';
import { phpFpmChildKilled } from '#lib/signatures/php-fpm/child-killed.ts';
import { phpFpmChildRecycled } from '#lib/signatures/php-fpm/child-recycled.ts';
import { phpFpmChildTerminated } from '#lib/signatures/php-fpm/child-terminated.ts';
import { phpFpmEmergencyRestart } from '#lib/signatures/php-fpm/emergency-restart.ts';
import { phpFpmExiting } from '#lib/signatures/php-fpm/exiting.ts';
import { phpFpmMaxChildren } from '#lib/signatures/php-fpm/max-children.ts';
import { phpFpmReexec } from '#lib/signatures/php-fpm/reexec.ts';
import { phpFpmReload } from '#lib/signatures/php-fpm/reload.ts';
import { phpFpmRequestSlow } from '#lib/signatures/php-fpm/request-slow.ts';
import { phpFpmRequestTimeout } from '#lib/signatures/php-fpm/request-timeout.ts';
import { phpFpmRunning } from '#lib/signatures/php-fpm/running.ts';
import { phpFpmStop } from '#lib/signatures/php-fpm/stop.ts';
import { shellAborted } from '#lib/signatures/shell/aborted.ts';
import { shellCrashed } from '#lib/signatures/shell/crashed.ts';
import { shellKilled } from '#lib/signatures/shell/killed.ts';
import { systemdCoreDumped } from '#lib/signatures/systemd/core-dumped.ts';
import { systemdDeactivated } from '#lib/signatures/systemd/deactivated.ts';
import { systemdFailed } from '#lib/signatures/systemd/failed.ts';
import { systemdFailedOom } from '#lib/signatures/systemd/failed-oom.ts';
import { systemdFailedTimeout } from '#lib/signatures/systemd/failed-timeout.ts';
import { systemdFailedWatchdog } from '#lib/signatures/systemd/failed-watchdog.ts';
import { systemdHostStopping } from '#lib/signatures/systemd/host-stopping.ts';
import { systemdJobDone } from '#lib/signatures/systemd/job-done.ts';
import { systemdKillingProcess } from '#lib/signatures/systemd/killing-process.ts';
import { systemdMainProcessAborted } from '#lib/signatures/systemd/main-process-aborted.ts';
import { systemdMainProcessCrashed } from '#lib/signatures/systemd/main-process-crashed.ts';
import { systemdMainProcessExited } from '#lib/signatures/systemd/main-process-exited.ts';
import { systemdMainProcessKilled } from '#lib/signatures/systemd/main-process-killed.ts';
import { systemdMainProcessStopped } from '#lib/signatures/systemd/main-process-stopped.ts';
import { systemdOomKilled } from '#lib/signatures/systemd/oom-killed.ts';
import { systemdOomdKilled } from '#lib/signatures/systemd/oomd-killed.ts';
import { systemdOomdKilledUnit } from '#lib/signatures/systemd/oomd-killed-unit.ts';
import { systemdRestartScheduled } from '#lib/signatures/systemd/restart-scheduled.ts';
import { systemdRuntimeLimit } from '#lib/signatures/systemd/runtime-limit.ts';
import { systemdStartFailed } from '#lib/signatures/systemd/start-failed.ts';
import { systemdStartLimit } from '#lib/signatures/systemd/start-limit.ts';
import { systemdStopTimedOut } from '#lib/signatures/systemd/stop-timed-out.ts';
import { systemdStopping } from '#lib/signatures/systemd/stopping.ts';
import { systemdStoppingDescribed } from '#lib/signatures/systemd/stopping-described.ts';
import { systemdWatchdogTimeout } from '#lib/signatures/systemd/watchdog-timeout.ts';
import { uvicornCancelled } from '#lib/signatures/uvicorn/cancelled.ts';
import { uvicornChildDied } from '#lib/signatures/uvicorn/child-died.ts';
import { uvicornChildTerminated } from '#lib/signatures/uvicorn/child-terminated.ts';
import { uvicornConcurrencyLimit } from '#lib/signatures/uvicorn/concurrency-limit.ts';
import { uvicornException } from '#lib/signatures/uvicorn/exception.ts';
import { uvicornFinished } from '#lib/signatures/uvicorn/finished.ts';
import { uvicornInvalidHttp } from '#lib/signatures/uvicorn/invalid-http.ts';
import { uvicornListening } from '#lib/signatures/uvicorn/listening.ts';
import { uvicornNoResponse } from '#lib/signatures/uvicorn/no-response.ts';
import { uvicornParentReload } from '#lib/signatures/uvicorn/parent-reload.ts';
import { uvicornParentStarted } from '#lib/signatures/uvicorn/parent-started.ts';
import { uvicornParentStop } from '#lib/signatures/uvicorn/parent-stop.ts';
import { uvicornParentStopped } from '#lib/signatures/uvicorn/parent-stopped.ts';
import { uvicornRecycle } from '#lib/signatures/uvicorn/recycle.ts';
import { uvicornResponseIncomplete } from '#lib/signatures/uvicorn/response-incomplete.ts';
import { uvicornServerStarted } from '#lib/signatures/uvicorn/server-started.ts';
import { uvicornStartupFailed } from '#lib/signatures/uvicorn/startup-failed.ts';
import { uvicornStop } from '#lib/signatures/uvicorn/stop.ts';
import { uvicornTaskCancelled } from '#lib/signatures/uvicorn/task-cancelled.ts';
import { uvicornWaiting } from '#lib/signatures/uvicorn/waiting.ts';
import { uvicornWrongLength } from '#lib/signatures/uvicorn/wrong-length.ts';
import { uwsgiBinaryReload } from '#lib/signatures/uwsgi/binary-reload.ts';
import { uwsgiBodyReadFailed } from '#lib/signatures/uwsgi/body-read-failed.ts';
import { uwsgiBodyReadTimeout } from '#lib/signatures/uwsgi/body-read-timeout.ts';
import { uwsgiBodyTooLarge } from '#lib/signatures/uwsgi/body-too-large.ts';
import { uwsgiEvilReload } from '#lib/signatures/uwsgi/evil-reload.ts';
import { uwsgiFailedToLoad } from '#lib/signatures/uwsgi/failed-to-load.ts';
import { uwsgiGoodbye } from '#lib/signatures/uwsgi/goodbye.ts';
import { uwsgiHarakiri } from '#lib/signatures/uwsgi/harakiri.ts';
import { uwsgiHarakiriManaging } from '#lib/signatures/uwsgi/harakiri-managing.ts';
import { uwsgiHarakiriRequest } from '#lib/signatures/uwsgi/harakiri-request.ts';
import { uwsgiHeaderTooLarge } from '#lib/signatures/uwsgi/header-too-large.ts';
import { uwsgiHttpOnUwsgiPort } from '#lib/signatures/uwsgi/http-on-uwsgi-port.ts';
import { uwsgiInvalidHttp } from '#lib/signatures/uwsgi/invalid-http.ts';
import { uwsgiLifetimeReached } from '#lib/signatures/uwsgi/lifetime-reached.ts';
import { uwsgiListening } from '#lib/signatures/uwsgi/listening.ts';
import { uwsgiMonitoredException } from '#lib/signatures/uwsgi/monitored-exception.ts';
import { uwsgiNothingSent } from '#lib/signatures/uwsgi/nothing-sent.ts';
import { uwsgiProxyLeft } from '#lib/signatures/uwsgi/proxy-left.ts';
import { uwsgiQueueFull } from '#lib/signatures/uwsgi/queue-full.ts';
import { uwsgiReload } from '#lib/signatures/uwsgi/reload.ts';
import { uwsgiRespawned } from '#lib/signatures/uwsgi/respawned.ts';
import { uwsgiRespawningTooFast } from '#lib/signatures/uwsgi/respawning-too-fast.ts';
import { uwsgiSegfault } from '#lib/signatures/uwsgi/segfault.ts';
import { uwsgiStarting } from '#lib/signatures/uwsgi/starting.ts';
import { uwsgiStop } from '#lib/signatures/uwsgi/stop.ts';
import { uwsgiWorkerBuried } from '#lib/signatures/uwsgi/worker-buried.ts';
import { uwsgiWorkerCrashed } from '#lib/signatures/uwsgi/worker-crashed.ts';
import { uwsgiWorkerDied } from '#lib/signatures/uwsgi/worker-died.ts';
import { uwsgiWorkerDone } from '#lib/signatures/uwsgi/worker-done.ts';
import { uwsgiWorkerKilled } from '#lib/signatures/uwsgi/worker-killed.ts';
import { uwsgiWorkerLeaving } from '#lib/signatures/uwsgi/worker-leaving.ts';
import { uwsgiWorkerRecycled } from '#lib/signatures/uwsgi/worker-recycled.ts';
import { uwsgiWorkerTerminated } from '#lib/signatures/uwsgi/worker-terminated.ts';
import { uwsgiWriteTimeout } from '#lib/signatures/uwsgi/write-timeout.ts';
import { v8FatalError } from '#lib/signatures/v8/fatal-error.ts';
import { v8LastGcs } from '#lib/signatures/v8/last-gcs.ts';
import { v8Thrown } from '#lib/signatures/v8/thrown.ts';

export const signatures: readonly Signature[] = [
  appClientRefused,
  appFatalRecord,
  appListening,
  appStopSignal,
  appTooManyConnections,
  ecsContainerCrashed,
  ecsContainerEnded,
  ecsContainerExited,
  ecsContainerHealthCheckFailed,
  ecsContainerKilled,
  ecsDeploymentCompleted,
  ecsDeploymentFailed,
  ecsDeploymentStarted,
  ecsElbHealthCheckFailed,
  ecsInfrastructureStop,
  ecsInstanceDraining,
  ecsOomKilled,
  ecsOomMeanwhile,
  ecsSpotInterruption,
  ecsStartImpaired,
  ecsStopTimedOut,
  ecsTaskFailedToStart,
  ecsTaskStarted,
  ecsTaskStopped,
  ecsTaskStopping,
  gunicornAsgiException,
  gunicornBoot,
  gunicornFailedToBoot,
  gunicornForcingClose,
  gunicornGracefulTimeout,
  gunicornHangUp,
  gunicornInvalidRequest,
  gunicornListening,
  gunicornMasterCrashed,
  gunicornParentChanged,
  gunicornProxyForbidden,
  gunicornRecycle,
  gunicornReload,
  gunicornRequestFailed,
  gunicornRequestTooLarge,
  gunicornResponseFailed,
  gunicornScale,
  gunicornShuttingDown,
  gunicornSocketError,
  gunicornStarting,
  gunicornStop,
  gunicornThreadDied,
  gunicornWaitingForConnections,
  gunicornWorkerClass,
  gunicornWorkerCrashed,
  gunicornWorkerException,
  gunicornWorkerExitCode,
  gunicornWorkerExited,
  gunicornWorkerExiting,
  gunicornWorkerKilled,
  gunicornWorkerTerminated,
  gunicornWorkerTimeout,
  kernelConntrackFull,
  kernelFatalSignal,
  kernelFileMax,
  kernelForkRejected,
  kernelNeighbourOverflow,
  kernelOomGroupKilled,
  kernelOomInvoked,
  kernelOomKilled,
  kernelOomLimitKilled,
  kernelOomLimit,
  kernelOomReaped,
  kernelOomSacrifice,
  kernelOomVictim,
  kernelOrphanedSockets,
  kernelSegfault,
  kernelSynFlooding,
  kernelTaskBlocked,
  kernelTcpMemory,
  kernelTrap,
  kernelUnhandledException,
  nginxAccessBadGateway,
  nginxAccessClientClosed,
  nginxAccessNoHeader,
  nginxAccessNotConnected,
  nginxAccessTimedOut,
  nginxAnsweredTooLarge,
  nginxCertificateDistrusted,
  nginxCertificateRefused,
  nginxClientClosed,
  nginxClientReset,
  nginxConnectFailed,
  nginxGoaway,
  nginxHandshakeAlert,
  nginxHandshakeClosed,
  nginxHandshakeFailed,
  nginxHandshakePlainText,
  nginxHeaderTooBig,
  nginxInvalidChunked,
  nginxInvalidResponse,
  nginxNoFreeConnection,
  nginxNoLiveUpstreams,
  nginxNotHttp,
  nginxNotResolved,
  nginxPathLost,
  nginxPrematurelyClosedBody,
  nginxPrematurelyClosedFastcgi,
  nginxPrematurelyClosedHeader,
  nginxPrematurelyClosedStream,
  nginxReload,
  nginxRequestBodyBuffered,
  nginxResetReadingBody,
  nginxResetReadingHeader,
  nginxResetSendingRequest,
  nginxResetSendingToClient,
  nginxStarted,
  nginxStopping,
  nginxStreamRejected,
  nginxTcpReset,
  nginxTlsFailed,
  nginxTunnelReset,
  nginxUpstreamDisabled,
  nginxUpstreamTimedOut,
  nginxWorkerCrashed,
  nodeAssertionFailed,
  nodeBodyTooLarge,
  nodeFatalError,
  nodeHeadersSent,
  nodeHeapOutOfMemory,
  nodeLengthMismatch,
  nodeNativeStack,
  nodeNestStarted,
  nodeNodemonCrashed,
  nodeNpmChildCrashed,
  nodeNpmChildKilled,
  nodeNpmChildStopped,
  nodeParseProtocol,
  nodeParseRejected,
  nodeParseTooLarge,
  nodePeerHungUp,
  nodeRejectionThrown,
  nodeRejectionWarning,
  nodeRequestTimeout,
  nodeThrownAt,
  nodeTooManyFiles,
  nodeUncaughtExit,
  nodeUncaughtLogged,
  nodeUnhandledErrorEvent,
  nodeUnhandledRejection,
  nodeWorkerCrashed,
  nodeWorkerDied,
  nodeWorkerExited,
  nodeWorkerKilled,
  nodeWorkerStopped,
  nodeWorkerThreadOutOfMemory,
  phpMemoryLimit,
  phpPostTooLarge,
  phpTimeLimit,
  phpUncaught,
  phpFpmBusy,
  phpFpmChildCrashed,
  phpFpmChildExited,
  phpFpmChildKilled,
  phpFpmChildRecycled,
  phpFpmChildTerminated,
  phpFpmEmergencyRestart,
  phpFpmExiting,
  phpFpmMaxChildren,
  phpFpmReexec,
  phpFpmReload,
  phpFpmRequestSlow,
  phpFpmRequestTimeout,
  phpFpmRunning,
  phpFpmStop,
  shellAborted,
  shellCrashed,
  shellKilled,
  systemdCoreDumped,
  systemdDeactivated,
  systemdFailedOom,
  systemdFailedTimeout,
  systemdFailedWatchdog,
  systemdFailed,
  systemdHostStopping,
  systemdJobDone,
  systemdKillingProcess,
  systemdMainProcessAborted,
  systemdMainProcessCrashed,
  systemdMainProcessExited,
  systemdMainProcessKilled,
  systemdMainProcessStopped,
  systemdOomKilled,
  systemdOomdKilledUnit,
  systemdOomdKilled,
  systemdRestartScheduled,
  systemdRuntimeLimit,
  systemdStartFailed,
  systemdStartLimit,
  systemdStopTimedOut,
  systemdStoppingDescribed,
  systemdStopping,
  systemdWatchdogTimeout,
  uvicornCancelled,
  uvicornChildDied,
  uvicornChildTerminated,
  uvicornConcurrencyLimit,
  uvicornException,
  uvicornFinished,
  uvicornInvalidHttp,
  uvicornListening,
  uvicornNoResponse,
  uvicornParentReload,
  uvicornParentStarted,
  uvicornParentStop,
  uvicornParentStopped,
  uvicornRecycle,
  uvicornResponseIncomplete,
  uvicornServerStarted,
  uvicornStartupFailed,
  uvicornStop,
  uvicornTaskCancelled,
  uvicornWaiting,
  uvicornWrongLength,
  uwsgiBinaryReload,
  uwsgiBodyReadFailed,
  uwsgiBodyReadTimeout,
  uwsgiBodyTooLarge,
  uwsgiEvilReload,
  uwsgiFailedToLoad,
  uwsgiGoodbye,
  uwsgiHarakiriManaging,
  uwsgiHarakiriRequest,
  uwsgiHarakiri,
  uwsgiHeaderTooLarge,
  uwsgiHttpOnUwsgiPort,
  uwsgiInvalidHttp,
  uwsgiLifetimeReached,
  uwsgiListening,
  uwsgiMonitoredException,
  uwsgiNothingSent,
  uwsgiProxyLeft,
  uwsgiQueueFull,
  uwsgiReload,
  uwsgiRespawned,
  uwsgiRespawningTooFast,
  uwsgiSegfault,
  uwsgiStarting,
  uwsgiStop,
  uwsgiWorkerBuried,
  uwsgiWorkerCrashed,
  uwsgiWorkerDied,
  uwsgiWorkerDone,
  uwsgiWorkerKilled,
  uwsgiWorkerLeaving,
  uwsgiWorkerRecycled,
  uwsgiWorkerTerminated,
  uwsgiWriteTimeout,
  v8FatalError,
  v8LastGcs,
  v8Thrown,
];
