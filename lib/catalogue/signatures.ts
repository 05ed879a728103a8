import type { Signature } from '#lib/model/signature.ts';
import { albClientClosed } from '#lib/signatures/alb/client-closed.ts';
import { albClosed } from '#lib/signatures/alb/closed.ts';
import { albNoTarget } from '#lib/signatures/alb/no-target.ts';
import { albNotConnected } from '#lib/signatures/alb/not-connected.ts';
import { albTimedOut } from '#lib/signatures/alb/timed-out.ts';
import { apacheAccessBadGateway } from '#lib/signatures/apache/access-bad-gateway.ts';
import { apacheAccessTimedOut } from '#lib/signatures/apache/access-timed-out.ts';
import { apacheAjpBody } from '#lib/signatures/apache/ajp-body.ts';
import { apacheAjpHeader } from '#lib/signatures/apache/ajp-header.ts';
import { apacheAjpPingFailed } from '#lib/signatures/apache/ajp-ping-failed.ts';
import { apacheAjpReceive } from '#lib/signatures/apache/ajp-receive.ts';
import { apacheBadHeader } from '#lib/signatures/apache/bad-header.ts';
import { apacheClientLeft } from '#lib/signatures/apache/client-left.ts';
import { apacheConnectFailed } from '#lib/signatures/apache/connect-failed.ts';
import { apacheEarlyConnectFailed } from '#lib/signatures/apache/early-connect-failed.ts';
import { apacheEarlyRequestCut } from '#lib/signatures/apache/early-request-cut.ts';
import { apacheEarlyResponseCut } from '#lib/signatures/apache/early-response-cut.ts';
import { apacheEarlyStatusLine } from '#lib/signatures/apache/early-status-line.ts';
import { apacheEarlyTimedOut } from '#lib/signatures/apache/early-timed-out.ts';
import { apacheErrorReading } from '#lib/signatures/apache/error-reading.ts';
import { apacheFcgiEnded } from '#lib/signatures/apache/fcgi-ended.ts';
import { apacheHandshakeFailed } from '#lib/signatures/apache/handshake-failed.ts';
import { apacheHeadersCut } from '#lib/signatures/apache/headers-cut.ts';
import { apacheNotResolved } from '#lib/signatures/apache/not-resolved.ts';
import { apacheRequestCut } from '#lib/signatures/apache/request-cut.ts';
import { apacheResponseCut } from '#lib/signatures/apache/response-cut.ts';
import { apacheStatusLineMissing } from '#lib/signatures/apache/status-line-missing.ts';
import { apacheTimedOut } from '#lib/signatures/apache/timed-out.ts';
import { apacheWorkersDown } from '#lib/signatures/apache/workers-down.ts';
import { apiGatewayIntegrationFailed } from '#lib/signatures/api-gateway/integration-failed.ts';
import { apiGatewayTimedOut } from '#lib/signatures/api-gateway/timed-out.ts';
import { appClientRefused } from '#lib/signatures/app/client-refused.ts';
import { appFatalRecord } from '#lib/signatures/app/fatal-record.ts';
import { appListening } from '#lib/signatures/app/listening.ts';
import { appStopSignal } from '#lib/signatures/app/stop-signal.ts';
import { appTooManyConnections } from '#lib/signatures/app/too-many-connections.ts';
import { auditAbend } from '#lib/signatures/audit/abend.ts';
import { auditSeccompKilled } from '#lib/signatures/audit/seccomp-killed.ts';
import { auditServiceFailed } from '#lib/signatures/audit/service-failed.ts';
import { auditServiceStopped } from '#lib/signatures/audit/service-stopped.ts';
import { autoscalingRefreshStarted } from '#lib/signatures/autoscaling/refresh-started.ts';
import { autoscalingTerminating } from '#lib/signatures/autoscaling/terminating.ts';
import { azureFrontDoorBadResponse } from '#lib/signatures/azure-front-door/bad-response.ts';
import { azureFrontDoorClientClosed } from '#lib/signatures/azure-front-door/client-closed.ts';
import { azureFrontDoorClosed } from '#lib/signatures/azure-front-door/closed.ts';
import { azureFrontDoorNotConnected } from '#lib/signatures/azure-front-door/not-connected.ts';
import { azureFrontDoorNotResolved } from '#lib/signatures/azure-front-door/not-resolved.ts';
import { azureFrontDoorTimedOut } from '#lib/signatures/azure-front-door/timed-out.ts';
import { azureGatewayClientClosed } from '#lib/signatures/azure-gateway/client-closed.ts';
import { azureGatewayClosed } from '#lib/signatures/azure-gateway/closed.ts';
import { azureGatewayNoBackend } from '#lib/signatures/azure-gateway/no-backend.ts';
import { azureGatewayTimedOut } from '#lib/signatures/azure-gateway/timed-out.ts';
import { beanstalkApplicationStopped } from '#lib/signatures/beanstalk/application-stopped.ts';
import { beanstalkDeployed } from '#lib/signatures/beanstalk/deployed.ts';
import { beanstalkDeploying } from '#lib/signatures/beanstalk/deploying.ts';
import { beanstalkEngineDeploy } from '#lib/signatures/beanstalk/engine-deploy.ts';
import { bunCrashed } from '#lib/signatures/bun/crashed.ts';
import { bunIdleTimeout } from '#lib/signatures/bun/idle-timeout.ts';
import { bunUncaught } from '#lib/signatures/bun/uncaught.ts';
import { caddyAccessBadGateway } from '#lib/signatures/caddy/access-bad-gateway.ts';
import { caddyAccessClientClosed } from '#lib/signatures/caddy/access-client-closed.ts';
import { caddyAccessTimedOut } from '#lib/signatures/caddy/access-timed-out.ts';
import { caddyBadResponse } from '#lib/signatures/caddy/bad-response.ts';
import { caddyClientClosed } from '#lib/signatures/caddy/client-closed.ts';
import { caddyConnectFailed } from '#lib/signatures/caddy/connect-failed.ts';
import { caddyHandshakePlainText } from '#lib/signatures/caddy/handshake-plain-text.ts';
import { caddyHeaderClosed } from '#lib/signatures/caddy/header-closed.ts';
import { caddyNotResolved } from '#lib/signatures/caddy/not-resolved.ts';
import { caddyRequestCut } from '#lib/signatures/caddy/request-cut.ts';
import { caddyResponseCut } from '#lib/signatures/caddy/response-cut.ts';
import { caddyTimedOut } from '#lib/signatures/caddy/timed-out.ts';
import { cloudflaredClientClosed } from '#lib/signatures/cloudflared/client-closed.ts';
import { cloudflaredClosed } from '#lib/signatures/cloudflared/closed.ts';
import { cloudflaredNotConnected } from '#lib/signatures/cloudflared/not-connected.ts';
import { cloudflaredNotResolved } from '#lib/signatures/cloudflared/not-resolved.ts';
import { cloudflaredRequestCut } from '#lib/signatures/cloudflared/request-cut.ts';
import { cloudflaredResponseCut } from '#lib/signatures/cloudflared/response-cut.ts';
import { cloudflaredTimedOut } from '#lib/signatures/cloudflared/timed-out.ts';
import { cloudfrontBadResponse } from '#lib/signatures/cloudfront/bad-response.ts';
import { cloudfrontClientClosed } from '#lib/signatures/cloudfront/client-closed.ts';
import { cloudfrontClosed } from '#lib/signatures/cloudfront/closed.ts';
import { cloudfrontNotConnected } from '#lib/signatures/cloudfront/not-connected.ts';
import { cloudfrontNotResolved } from '#lib/signatures/cloudfront/not-resolved.ts';
import { cloudfrontTimedOut } from '#lib/signatures/cloudfront/timed-out.ts';
import { codedeployDeploymentEnded } from '#lib/signatures/codedeploy/deployment-ended.ts';
import { codedeployDeploymentFailed } from '#lib/signatures/codedeploy/deployment-failed.ts';
import { codedeployDeploymentStarted } from '#lib/signatures/codedeploy/deployment-started.ts';
import { codedeployLifecycleEvent } from '#lib/signatures/codedeploy/lifecycle-event.ts';
import { containerdContainerCrashed } from '#lib/signatures/containerd/container-crashed.ts';
import { containerdContainerEnded } from '#lib/signatures/containerd/container-ended.ts';
import { containerdContainerExited } from '#lib/signatures/containerd/container-exited.ts';
import { containerdContainerKilled } from '#lib/signatures/containerd/container-killed.ts';
import { containerdOom } from '#lib/signatures/containerd/oom.ts';
import { containerdStopForced } from '#lib/signatures/containerd/stop-forced.ts';
import { containerdStopping } from '#lib/signatures/containerd/stopping.ts';
import { cowboyConnectionCrashed } from '#lib/signatures/cowboy/connection-crashed.ts';
import { cowboyListening } from '#lib/signatures/cowboy/listening.ts';
import { cowboyNoDescriptors } from '#lib/signatures/cowboy/no-descriptors.ts';
import { cowboyPlugCrashed } from '#lib/signatures/cowboy/plug-crashed.ts';
import { cowboyRequestCrashed } from '#lib/signatures/cowboy/request-crashed.ts';
import { cowboyVmEnded } from '#lib/signatures/cowboy/vm-ended.ts';
import { cowboyVmOutOfMemory } from '#lib/signatures/cowboy/vm-out-of-memory.ts';
import { daphneAppKilled } from '#lib/signatures/daphne/app-killed.ts';
import { daphneException } from '#lib/signatures/daphne/exception.ts';
import { daphneListening } from '#lib/signatures/daphne/listening.ts';
import { daphneRequestTimeout } from '#lib/signatures/daphne/request-timeout.ts';
import { daphneRequestsCut } from '#lib/signatures/daphne/requests-cut.ts';
import { daphneStopped } from '#lib/signatures/daphne/stopped.ts';
import { denoOutOfMemory } from '#lib/signatures/deno/out-of-memory.ts';
import { denoUncaught } from '#lib/signatures/deno/uncaught.ts';
import { dockerContainerCrashed } from '#lib/signatures/docker/container-crashed.ts';
import { dockerContainerEnded } from '#lib/signatures/docker/container-ended.ts';
import { dockerContainerExited } from '#lib/signatures/docker/container-exited.ts';
import { dockerContainerKilled } from '#lib/signatures/docker/container-killed.ts';
import { dockerOom } from '#lib/signatures/docker/oom.ts';
import { dockerSignalled } from '#lib/signatures/docker/signalled.ts';
import { dockerStarted } from '#lib/signatures/docker/started.ts';
import { dockerStopForced } from '#lib/signatures/docker/stop-forced.ts';
import { dockerStopped } from '#lib/signatures/docker/stopped.ts';
import { dockerUnhealthy } from '#lib/signatures/docker/unhealthy.ts';
import { dotnetFatalError } from '#lib/signatures/dotnet/fatal-error.ts';
import { dotnetOutOfMemory } from '#lib/signatures/dotnet/out-of-memory.ts';
import { dotnetUnhandledException } from '#lib/signatures/dotnet/unhandled-exception.ts';
import { ec2InstanceStopping } from '#lib/signatures/ec2/instance-stopping.ts';
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
import { elbBadResponse } from '#lib/signatures/elb/bad-response.ts';
import { elbClosedOrTimedOut } from '#lib/signatures/elb/closed-or-timed-out.ts';
import { elbNoInstance } from '#lib/signatures/elb/no-instance.ts';
import { envoyAgentAborted } from '#lib/signatures/envoy/agent-aborted.ts';
import { envoyAgentDraining } from '#lib/signatures/envoy/agent-draining.ts';
import { envoyAgentLostProxy } from '#lib/signatures/envoy/agent-lost-proxy.ts';
import { envoyClientClosed } from '#lib/signatures/envoy/client-closed.ts';
import { envoyClosedBody } from '#lib/signatures/envoy/closed-body.ts';
import { envoyClosedHeader } from '#lib/signatures/envoy/closed-header.ts';
import { envoyConnectFailed } from '#lib/signatures/envoy/connect-failed.ts';
import { envoyConnectTimeout } from '#lib/signatures/envoy/connect-timeout.ts';
import { envoyHandshakePlainText } from '#lib/signatures/envoy/handshake-plain-text.ts';
import { envoyNoHealthyUpstream } from '#lib/signatures/envoy/no-healthy-upstream.ts';
import { envoyNotResolved } from '#lib/signatures/envoy/not-resolved.ts';
import { envoyOverflow } from '#lib/signatures/envoy/overflow.ts';
import { envoyResponseTimeout } from '#lib/signatures/envoy/response-timeout.ts';
import { envoyStopping } from '#lib/signatures/envoy/stopping.ts';
import { envoyStreamReset } from '#lib/signatures/envoy/stream-reset.ts';
import { envoyTcpReset } from '#lib/signatures/envoy/tcp-reset.ts';
import { envoyUnfinishedBody } from '#lib/signatures/envoy/unfinished-body.ts';
import { envoyUnfinishedHeader } from '#lib/signatures/envoy/unfinished-header.ts';
import { envoyUpstreamReset } from '#lib/signatures/envoy/upstream-reset.ts';
import { falconChildCrashed } from '#lib/signatures/falcon/child-crashed.ts';
import { falconChildExited } from '#lib/signatures/falcon/child-exited.ts';
import { falconChildKilled } from '#lib/signatures/falcon/child-killed.ts';
import { falconStop } from '#lib/signatures/falcon/stop.ts';
import { foremanProcessExited } from '#lib/signatures/foreman/process-exited.ts';
import { foremanProcessSignalled } from '#lib/signatures/foreman/process-signalled.ts';
import { foremanStopping } from '#lib/signatures/foreman/stopping.ts';
import { gclbBadResponse } from '#lib/signatures/gclb/bad-response.ts';
import { gclbClientClosed } from '#lib/signatures/gclb/client-closed.ts';
import { gclbClosed } from '#lib/signatures/gclb/closed.ts';
import { gclbNotConnected } from '#lib/signatures/gclb/not-connected.ts';
import { gclbRegionalClosed } from '#lib/signatures/gclb/regional-closed.ts';
import { gclbResponseCut } from '#lib/signatures/gclb/response-cut.ts';
import { gclbTimedOut } from '#lib/signatures/gclb/timed-out.ts';
import { glibcAssertionFailed } from '#lib/signatures/glibc/assertion-failed.ts';
import { glibcBufferOverflow } from '#lib/signatures/glibc/buffer-overflow.ts';
import { glibcHeapCorrupted } from '#lib/signatures/glibc/heap-corrupted.ts';
import { glibcStackSmashed } from '#lib/signatures/glibc/stack-smashed.ts';
import { goAcceptError } from '#lib/signatures/go/accept-error.ts';
import { goBadPreface } from '#lib/signatures/go/bad-preface.ts';
import { goFatalError } from '#lib/signatures/go/fatal-error.ts';
import { goListening } from '#lib/signatures/go/listening.ts';
import { goOutOfMemory } from '#lib/signatures/go/out-of-memory.ts';
import { goPanic } from '#lib/signatures/go/panic.ts';
import { goPanicRecovered } from '#lib/signatures/go/panic-recovered.ts';
import { goPanicServing } from '#lib/signatures/go/panic-serving.ts';
import { goPlainHttpToTls } from '#lib/signatures/go/plain-http-to-tls.ts';
import { goServerClosed } from '#lib/signatures/go/server-closed.ts';
import { goShutdownTimedOut } from '#lib/signatures/go/shutdown-timed-out.ts';
import { goSignal } from '#lib/signatures/go/signal.ts';
import { goStackLimit } from '#lib/signatures/go/stack-limit.ts';
import { goWrongLength } from '#lib/signatures/go/wrong-length.ts';
import { goHttputilBadResponse } from '#lib/signatures/go-httputil/bad-response.ts';
import { goHttputilClientClosed } from '#lib/signatures/go-httputil/client-closed.ts';
import { goHttputilConnectFailed } from '#lib/signatures/go-httputil/connect-failed.ts';
import { goHttputilHandshakePlainText } from '#lib/signatures/go-httputil/handshake-plain-text.ts';
import { goHttputilHeaderClosed } from '#lib/signatures/go-httputil/header-closed.ts';
import { goHttputilNotResolved } from '#lib/signatures/go-httputil/not-resolved.ts';
import { goHttputilRequestCut } from '#lib/signatures/go-httputil/request-cut.ts';
import { goHttputilResponseCut } from '#lib/signatures/go-httputil/response-cut.ts';
import { goHttputilTimedOut } from '#lib/signatures/go-httputil/timed-out.ts';
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
import { h2oBadResponse } from '#lib/signatures/h2o/bad-response.ts';
import { h2oClosed } from '#lib/signatures/h2o/closed.ts';
import { h2oNotConnected } from '#lib/signatures/h2o/not-connected.ts';
import { h2oTimedOut } from '#lib/signatures/h2o/timed-out.ts';
import { haproxyBadBody } from '#lib/signatures/haproxy/bad-body.ts';
import { haproxyCheckFailed } from '#lib/signatures/haproxy/check-failed.ts';
import { haproxyClientClosed } from '#lib/signatures/haproxy/client-closed.ts';
import { haproxyClosedBody } from '#lib/signatures/haproxy/closed-body.ts';
import { haproxyClosedHeader } from '#lib/signatures/haproxy/closed-header.ts';
import { haproxyClosedRequest } from '#lib/signatures/haproxy/closed-request.ts';
import { haproxyClosedTunnel } from '#lib/signatures/haproxy/closed-tunnel.ts';
import { haproxyConnectFailed } from '#lib/signatures/haproxy/connect-failed.ts';
import { haproxyConnectTimeout } from '#lib/signatures/haproxy/connect-timeout.ts';
import { haproxyKilledByProxy } from '#lib/signatures/haproxy/killed-by-proxy.ts';
import { haproxyNoResources } from '#lib/signatures/haproxy/no-resources.ts';
import { haproxyNoServer } from '#lib/signatures/haproxy/no-server.ts';
import { haproxyNoServerAvailable } from '#lib/signatures/haproxy/no-server-available.ts';
import { haproxyPartialHeader } from '#lib/signatures/haproxy/partial-header.ts';
import { haproxyQueueTimeout } from '#lib/signatures/haproxy/queue-timeout.ts';
import { haproxyReload } from '#lib/signatures/haproxy/reload.ts';
import { haproxyServerDown } from '#lib/signatures/haproxy/server-down.ts';
import { haproxyServerMaintenance } from '#lib/signatures/haproxy/server-maintenance.ts';
import { haproxyServerTimeout } from '#lib/signatures/haproxy/server-timeout.ts';
import { haproxyServerUp } from '#lib/signatures/haproxy/server-up.ts';
import { haproxyStarted } from '#lib/signatures/haproxy/started.ts';
import { haproxyStopping } from '#lib/signatures/haproxy/stopping.ts';
import { haproxyWorkerCrashed } from '#lib/signatures/haproxy/worker-crashed.ts';
import { herokuBadResponse } from '#lib/signatures/heroku/bad-response.ts';
import { herokuClientClosed } from '#lib/signatures/heroku/client-closed.ts';
import { herokuClosed } from '#lib/signatures/heroku/closed.ts';
import { herokuInterrupted } from '#lib/signatures/heroku/interrupted.ts';
import { herokuNotConnected } from '#lib/signatures/heroku/not-connected.ts';
import { herokuTimedOut } from '#lib/signatures/heroku/timed-out.ts';
import { herokuDynoCrashed } from '#lib/signatures/heroku-dyno/crashed.ts';
import { herokuDynoExitTimeout } from '#lib/signatures/heroku-dyno/exit-timeout.ts';
import { herokuDynoExited } from '#lib/signatures/heroku-dyno/exited.ts';
import { herokuDynoMemoryKill } from '#lib/signatures/heroku-dyno/memory-kill.ts';
import { herokuDynoMemoryQuota } from '#lib/signatures/heroku-dyno/memory-quota.ts';
import { herokuDynoRelease } from '#lib/signatures/heroku-dyno/release.ts';
import { herokuDynoStopping } from '#lib/signatures/heroku-dyno/stopping.ts';
import { httpProxyBadResponse } from '#lib/signatures/http-proxy/bad-response.ts';
import { httpProxyClientClosed } from '#lib/signatures/http-proxy/client-closed.ts';
import { httpProxyClosed } from '#lib/signatures/http-proxy/closed.ts';
import { httpProxyNotConnected } from '#lib/signatures/http-proxy/not-connected.ts';
import { httpProxyNotResolved } from '#lib/signatures/http-proxy/not-resolved.ts';
import { httpdChildCrashed } from '#lib/signatures/httpd/child-crashed.ts';
import { httpdGracefulRestart } from '#lib/signatures/httpd/graceful-restart.ts';
import { httpdRestart } from '#lib/signatures/httpd/restart.ts';
import { httpdStarted } from '#lib/signatures/httpd/started.ts';
import { httpdStop } from '#lib/signatures/httpd/stop.ts';
import { httpdWorkersExhausted } from '#lib/signatures/httpd/workers-exhausted.ts';
import { httpsysIdleClosed } from '#lib/signatures/httpsys/idle-closed.ts';
import { httpsysPeerHungUp } from '#lib/signatures/httpsys/peer-hung-up.ts';
import { httpsysQueueFull } from '#lib/signatures/httpsys/queue-full.ts';
import { httpsysQueueTimeout } from '#lib/signatures/httpsys/queue-timeout.ts';
import { httpsysShutDown } from '#lib/signatures/httpsys/shut-down.ts';
import { httpsysTakenOffline } from '#lib/signatures/httpsys/taken-offline.ts';
import { httpsysTimedOut } from '#lib/signatures/httpsys/timed-out.ts';
import { httpsysTooLarge } from '#lib/signatures/httpsys/too-large.ts';
import { httpsysWorkerLost } from '#lib/signatures/httpsys/worker-lost.ts';
import { hypercornException } from '#lib/signatures/hypercorn/exception.ts';
import { hypercornListening } from '#lib/signatures/hypercorn/listening.ts';
import { iisBadResponse } from '#lib/signatures/iis/bad-response.ts';
import { iisClosed } from '#lib/signatures/iis/closed.ts';
import { iisNotConnected } from '#lib/signatures/iis/not-connected.ts';
import { iisNotResolved } from '#lib/signatures/iis/not-resolved.ts';
import { iisTimedOut } from '#lib/signatures/iis/timed-out.ts';
import { jettyHandlerFailed } from '#lib/signatures/jetty/handler-failed.ts';
import { jettyHeaderTooLarge } from '#lib/signatures/jetty/header-too-large.ts';
import { jettyIdleTimeout } from '#lib/signatures/jetty/idle-timeout.ts';
import { jettyStarted } from '#lib/signatures/jetty/started.ts';
import { jettyStop } from '#lib/signatures/jetty/stop.ts';
import { jettyTooFewThreads } from '#lib/signatures/jetty/too-few-threads.ts';
import { jettyVersion } from '#lib/signatures/jetty/version.ts';
import { jettyWrongLength } from '#lib/signatures/jetty/wrong-length.ts';
import { jvmFatalError } from '#lib/signatures/jvm/fatal-error.ts';
import { jvmFatalSignal } from '#lib/signatures/jvm/fatal-signal.ts';
import { jvmHeapDump } from '#lib/signatures/jvm/heap-dump.ts';
import { jvmNativeAllocation } from '#lib/signatures/jvm/native-allocation.ts';
import { jvmNativeMemory } from '#lib/signatures/jvm/native-memory.ts';
import { jvmNoMoreThreads } from '#lib/signatures/jvm/no-more-threads.ts';
import { jvmOutOfMemory } from '#lib/signatures/jvm/out-of-memory.ts';
import { jvmOutOfMemoryAbort } from '#lib/signatures/jvm/out-of-memory-abort.ts';
import { jvmOutOfMemoryExit } from '#lib/signatures/jvm/out-of-memory-exit.ts';
import { jvmThreadDied } from '#lib/signatures/jvm/thread-died.ts';
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
import { kestrelAppAborted } from '#lib/signatures/kestrel/app-aborted.ts';
import { kestrelAppException } from '#lib/signatures/kestrel/app-exception.ts';
import { kestrelBadRequest } from '#lib/signatures/kestrel/bad-request.ts';
import { kestrelBodyNotRead } from '#lib/signatures/kestrel/body-not-read.ts';
import { kestrelConnectionLimit } from '#lib/signatures/kestrel/connection-limit.ts';
import { kestrelListening } from '#lib/signatures/kestrel/listening.ts';
import { kestrelNeverCompleted } from '#lib/signatures/kestrel/never-completed.ts';
import { kestrelRequestTooSlow } from '#lib/signatures/kestrel/request-too-slow.ts';
import { kestrelResponseTooSlow } from '#lib/signatures/kestrel/response-too-slow.ts';
import { kestrelStop } from '#lib/signatures/kestrel/stop.ts';
import { kestrelThreadStarvation } from '#lib/signatures/kestrel/thread-starvation.ts';
import { kestrelWrongLength } from '#lib/signatures/kestrel/wrong-length.ts';
import { kestrelWrongProtocol } from '#lib/signatures/kestrel/wrong-protocol.ts';
import { kubeletBackOff } from '#lib/signatures/kubelet/back-off.ts';
import { kubeletContainerDied } from '#lib/signatures/kubelet/container-died.ts';
import { kubeletEvicting } from '#lib/signatures/kubelet/evicting.ts';
import { kubeletKilling } from '#lib/signatures/kubelet/killing.ts';
import { kubeletProbeFailed } from '#lib/signatures/kubelet/probe-failed.ts';
import { kubernetesBackOff } from '#lib/signatures/kubernetes/back-off.ts';
import { kubernetesEvicted } from '#lib/signatures/kubernetes/evicted.ts';
import { kubernetesGraceExceeded } from '#lib/signatures/kubernetes/grace-exceeded.ts';
import { kubernetesInsightsCrashLoop } from '#lib/signatures/kubernetes/insights-crash-loop.ts';
import { kubernetesInsightsOomKilled } from '#lib/signatures/kubernetes/insights-oom-killed.ts';
import { kubernetesNodeEvicted } from '#lib/signatures/kubernetes/node-evicted.ts';
import { kubernetesNodeLost } from '#lib/signatures/kubernetes/node-lost.ts';
import { kubernetesOomKilled } from '#lib/signatures/kubernetes/oom-killed.ts';
import { kubernetesOomKilling } from '#lib/signatures/kubernetes/oom-killing.ts';
import { kubernetesPodDeleted } from '#lib/signatures/kubernetes/pod-deleted.ts';
import { kubernetesPreempted } from '#lib/signatures/kubernetes/preempted.ts';
import { kubernetesProbeKilled } from '#lib/signatures/kubernetes/probe-killed.ts';
import { kubernetesRescaled } from '#lib/signatures/kubernetes/rescaled.ts';
import { kubernetesScaledDown } from '#lib/signatures/kubernetes/scaled-down.ts';
import { kubernetesScaledUp } from '#lib/signatures/kubernetes/scaled-up.ts';
import { kubernetesStarted } from '#lib/signatures/kubernetes/started.ts';
import { kubernetesStopping } from '#lib/signatures/kubernetes/stopping.ts';
import { kubernetesSystemOom } from '#lib/signatures/kubernetes/system-oom.ts';
import { kubernetesUnhealthy } from '#lib/signatures/kubernetes/unhealthy.ts';
import { lighttpdConnectFailed } from '#lib/signatures/lighttpd/connect-failed.ts';
import { lighttpdHandlersDown } from '#lib/signatures/lighttpd/handlers-down.ts';
import { lighttpdResponseCut } from '#lib/signatures/lighttpd/response-cut.ts';
import { lighttpdResponseNotReceived } from '#lib/signatures/lighttpd/response-not-received.ts';
import { lighttpdTimedOut } from '#lib/signatures/lighttpd/timed-out.ts';
import { linkerdClosed } from '#lib/signatures/linkerd/closed.ts';
import { linkerdNotConnected } from '#lib/signatures/linkerd/not-connected.ts';
import { linkerdTimedOut } from '#lib/signatures/linkerd/timed-out.ts';
import { modWsgiBacklogFull } from '#lib/signatures/mod_wsgi/backlog-full.ts';
import { modWsgiDaemonGone } from '#lib/signatures/mod_wsgi/daemon-gone.ts';
import { modWsgiDaemonTimeout } from '#lib/signatures/mod_wsgi/daemon-timeout.ts';
import { modWsgiDeadlock } from '#lib/signatures/mod_wsgi/deadlock.ts';
import { modWsgiException } from '#lib/signatures/mod_wsgi/exception.ts';
import { modWsgiProcessCrashed } from '#lib/signatures/mod_wsgi/process-crashed.ts';
import { modWsgiProcessDied } from '#lib/signatures/mod_wsgi/process-died.ts';
import { modWsgiProcessKilled } from '#lib/signatures/mod_wsgi/process-killed.ts';
import { modWsgiRecycle } from '#lib/signatures/mod_wsgi/recycle.ts';
import { modWsgiRequestTimeout } from '#lib/signatures/mod_wsgi/request-timeout.ts';
import { modWsgiResponseCut } from '#lib/signatures/mod_wsgi/response-cut.ts';
import { nettyDecodingFailed } from '#lib/signatures/netty/decoding-failed.ts';
import { nettyDirectMemory } from '#lib/signatures/netty/direct-memory.ts';
import { nettyIncomingError } from '#lib/signatures/netty/incoming-error.ts';
import { nettyRequestFailed } from '#lib/signatures/netty/request-failed.ts';
import { nettyResponseFailed } from '#lib/signatures/netty/response-failed.ts';
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
import { nginxStreamUnanswered } from '#lib/signatures/nginx/stream-unanswered.ts';
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
import { nodeNextSurvived } from '#lib/signatures/node/next-survived.ts';
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
import { passengerAgentCrashed } from '#lib/signatures/passenger/agent-crashed.ts';
import { passengerIncompleteResponse } from '#lib/signatures/passenger/incomplete-response.ts';
import { passengerOnline } from '#lib/signatures/passenger/online.ts';
import { passengerProcessGone } from '#lib/signatures/passenger/process-gone.ts';
import { passengerQueueFull } from '#lib/signatures/passenger/queue-full.ts';
import { passengerResponseTruncated } from '#lib/signatures/passenger/response-truncated.ts';
import { passengerSpawnFailed } from '#lib/signatures/passenger/spawn-failed.ts';
import { passengerStop } from '#lib/signatures/passenger/stop.ts';
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
import { pm2AppCrashed } from '#lib/signatures/pm2/app-crashed.ts';
import { pm2AppEnded } from '#lib/signatures/pm2/app-ended.ts';
import { pm2AppExited } from '#lib/signatures/pm2/app-exited.ts';
import { pm2AppKilled } from '#lib/signatures/pm2/app-killed.ts';
import { pm2ForceKilled } from '#lib/signatures/pm2/force-killed.ts';
import { pm2GaveUp } from '#lib/signatures/pm2/gave-up.ts';
import { pm2MemoryRestart } from '#lib/signatures/pm2/memory-restart.ts';
import { pm2Reload } from '#lib/signatures/pm2/reload.ts';
import { pm2Starting } from '#lib/signatures/pm2/starting.ts';
import { pm2Stopped } from '#lib/signatures/pm2/stopped.ts';
import { pm2Stopping } from '#lib/signatures/pm2/stopping.ts';
import { pumaAppError } from '#lib/signatures/puma/app-error.ts';
import { pumaBodyFailed } from '#lib/signatures/puma/body-failed.ts';
import { pumaBootTimeout } from '#lib/signatures/puma/boot-timeout.ts';
import { pumaForcedShutdown } from '#lib/signatures/puma/forced-shutdown.ts';
import { pumaHeaderTooLarge } from '#lib/signatures/puma/header-too-large.ts';
import { pumaListening } from '#lib/signatures/puma/listening.ts';
import { pumaParentDied } from '#lib/signatures/puma/parent-died.ts';
import { pumaParseError } from '#lib/signatures/puma/parse-error.ts';
import { pumaPhasedRestart } from '#lib/signatures/puma/phased-restart.ts';
import { pumaRestarting } from '#lib/signatures/puma/restarting.ts';
import { pumaStarting } from '#lib/signatures/puma/starting.ts';
import { pumaStop } from '#lib/signatures/puma/stop.ts';
import { pumaThreadCrashed } from '#lib/signatures/puma/thread-crashed.ts';
import { pumaVersion } from '#lib/signatures/puma/version.ts';
import { pumaWorkerBooted } from '#lib/signatures/puma/worker-booted.ts';
import { pumaWorkerTerminated } from '#lib/signatures/puma/worker-terminated.ts';
import { pumaWorkerTimeout } from '#lib/signatures/puma/worker-timeout.ts';
import { rubyBug } from '#lib/signatures/ruby/bug.ts';
import { rubyOutOfMemory } from '#lib/signatures/ruby/out-of-memory.ts';
import { runitCannotStart } from '#lib/signatures/runit/cannot-start.ts';
import { runitStopForced } from '#lib/signatures/runit/stop-forced.ts';
import { runitStopped } from '#lib/signatures/runit/stopped.ts';
import { rustBodyFailed } from '#lib/signatures/rust/body-failed.ts';
import { rustFatalRuntimeError } from '#lib/signatures/rust/fatal-runtime-error.ts';
import { rustHeaderTimeout } from '#lib/signatures/rust/header-timeout.ts';
import { rustHeaderTooLarge } from '#lib/signatures/rust/header-too-large.ts';
import { rustNotHttp } from '#lib/signatures/rust/not-http.ts';
import { rustOutOfMemory } from '#lib/signatures/rust/out-of-memory.ts';
import { rustPanicked } from '#lib/signatures/rust/panicked.ts';
import { rustStackOverflow } from '#lib/signatures/rust/stack-overflow.ts';
import { shellAborted } from '#lib/signatures/shell/aborted.ts';
import { shellCrashed } from '#lib/signatures/shell/crashed.ts';
import { shellKilled } from '#lib/signatures/shell/killed.ts';
import { springBootAsyncTimeout } from '#lib/signatures/spring-boot/async-timeout.ts';
import { springBootListening } from '#lib/signatures/spring-boot/listening.ts';
import { springBootRequestsCut } from '#lib/signatures/spring-boot/requests-cut.ts';
import { springBootStarted } from '#lib/signatures/spring-boot/started.ts';
import { springBootStop } from '#lib/signatures/spring-boot/stop.ts';
import { springBootStopped } from '#lib/signatures/spring-boot/stopped.ts';
import { springBootUploadTooLarge } from '#lib/signatures/spring-boot/upload-too-large.ts';
import { springBootVersion } from '#lib/signatures/spring-boot/version.ts';
import { squidAccessBadGateway } from '#lib/signatures/squid/access-bad-gateway.ts';
import { squidBadHeader } from '#lib/signatures/squid/bad-header.ts';
import { squidClientGone } from '#lib/signatures/squid/client-gone.ts';
import { squidConnectFailed } from '#lib/signatures/squid/connect-failed.ts';
import { squidInvalidResponse } from '#lib/signatures/squid/invalid-response.ts';
import { squidNoObjectData } from '#lib/signatures/squid/no-object-data.ts';
import { squidNotResolved } from '#lib/signatures/squid/not-resolved.ts';
import { squidReadError } from '#lib/signatures/squid/read-error.ts';
import { squidTimedOut } from '#lib/signatures/squid/timed-out.ts';
import { squidZeroSizeObject } from '#lib/signatures/squid/zero-size-object.ts';
import { supervisordExiting } from '#lib/signatures/supervisord/exiting.ts';
import { supervisordGaveUp } from '#lib/signatures/supervisord/gave-up.ts';
import { supervisordProcessCrashed } from '#lib/signatures/supervisord/process-crashed.ts';
import { supervisordProcessEnded } from '#lib/signatures/supervisord/process-ended.ts';
import { supervisordProcessExited } from '#lib/signatures/supervisord/process-exited.ts';
import { supervisordProcessKilled } from '#lib/signatures/supervisord/process-killed.ts';
import { supervisordProcessTerminated } from '#lib/signatures/supervisord/process-terminated.ts';
import { supervisordStarted } from '#lib/signatures/supervisord/started.ts';
import { supervisordStopForced } from '#lib/signatures/supervisord/stop-forced.ts';
import { supervisordStopped } from '#lib/signatures/supervisord/stopped.ts';
import { supervisordStopping } from '#lib/signatures/supervisord/stopping.ts';
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
import { tcpdumpClosedLater } from '#lib/signatures/tcpdump/closed-later.ts';
import { tcpdumpClosedUnanswered } from '#lib/signatures/tcpdump/closed-unanswered.ts';
import { tcpdumpProxyClosed } from '#lib/signatures/tcpdump/proxy-closed.ts';
import { tcpdumpRefused } from '#lib/signatures/tcpdump/refused.ts';
import { tcpdumpResetReused } from '#lib/signatures/tcpdump/reset-reused.ts';
import { tcpdumpResetUnread } from '#lib/signatures/tcpdump/reset-unread.ts';
import { tomcatBodyTooLarge } from '#lib/signatures/tomcat/body-too-large.ts';
import { tomcatNotHttp } from '#lib/signatures/tomcat/not-http.ts';
import { tomcatPeerHungUp } from '#lib/signatures/tomcat/peer-hung-up.ts';
import { tomcatRequestCut } from '#lib/signatures/tomcat/request-cut.ts';
import { tomcatRequestFailed } from '#lib/signatures/tomcat/request-failed.ts';
import { tomcatRequestHeaderRejected } from '#lib/signatures/tomcat/request-header-rejected.ts';
import { tomcatRequestHeaderTooLarge } from '#lib/signatures/tomcat/request-header-too-large.ts';
import { tomcatRequestsInFlight } from '#lib/signatures/tomcat/requests-in-flight.ts';
import { tomcatResponseHeaderTooLarge } from '#lib/signatures/tomcat/response-header-too-large.ts';
import { tomcatServletFailed } from '#lib/signatures/tomcat/servlet-failed.ts';
import { tomcatStarted } from '#lib/signatures/tomcat/started.ts';
import { tomcatStop } from '#lib/signatures/tomcat/stop.ts';
import { tomcatThreadsExhausted } from '#lib/signatures/tomcat/threads-exhausted.ts';
import { tomcatVersion } from '#lib/signatures/tomcat/version.ts';
import { traefikAccessBadGateway } from '#lib/signatures/traefik/access-bad-gateway.ts';
import { traefikAccessClientClosed } from '#lib/signatures/traefik/access-client-closed.ts';
import { traefikAccessTimedOut } from '#lib/signatures/traefik/access-timed-out.ts';
import { traefikBadResponse } from '#lib/signatures/traefik/bad-response.ts';
import { traefikClientClosed } from '#lib/signatures/traefik/client-closed.ts';
import { traefikConnectFailed } from '#lib/signatures/traefik/connect-failed.ts';
import { traefikHandshakePlainText } from '#lib/signatures/traefik/handshake-plain-text.ts';
import { traefikHeaderClosed } from '#lib/signatures/traefik/header-closed.ts';
import { traefikNotResolved } from '#lib/signatures/traefik/not-resolved.ts';
import { traefikRequestCut } from '#lib/signatures/traefik/request-cut.ts';
import { traefikResponseCut } from '#lib/signatures/traefik/response-cut.ts';
import { traefikTimedOut } from '#lib/signatures/traefik/timed-out.ts';
import { undertowBodyTooLarge } from '#lib/signatures/undertow/body-too-large.ts';
import { undertowForcedClose } from '#lib/signatures/undertow/forced-close.ts';
import { undertowHeaderTooLarge } from '#lib/signatures/undertow/header-too-large.ts';
import { undertowNotHttp } from '#lib/signatures/undertow/not-http.ts';
import { undertowPeerHungUp } from '#lib/signatures/undertow/peer-hung-up.ts';
import { undertowRequestFailed } from '#lib/signatures/undertow/request-failed.ts';
import { undertowRequestTimeout } from '#lib/signatures/undertow/request-timeout.ts';
import { unicornAppError } from '#lib/signatures/unicorn/app-error.ts';
import { unicornListening } from '#lib/signatures/unicorn/listening.ts';
import { unicornLoopError } from '#lib/signatures/unicorn/loop-error.ts';
import { unicornReady } from '#lib/signatures/unicorn/ready.ts';
import { unicornReload } from '#lib/signatures/unicorn/reload.ts';
import { unicornStop } from '#lib/signatures/unicorn/stop.ts';
import { unicornUpgrade } from '#lib/signatures/unicorn/upgrade.ts';
import { unicornWorkerCrashed } from '#lib/signatures/unicorn/worker-crashed.ts';
import { unicornWorkerExited } from '#lib/signatures/unicorn/worker-exited.ts';
import { unicornWorkerKilled } from '#lib/signatures/unicorn/worker-killed.ts';
import { unicornWorkerLeft } from '#lib/signatures/unicorn/worker-left.ts';
import { unicornWorkerReady } from '#lib/signatures/unicorn/worker-ready.ts';
import { unicornWorkerTerminated } from '#lib/signatures/unicorn/worker-terminated.ts';
import { unicornWorkerTimeout } from '#lib/signatures/unicorn/worker-timeout.ts';
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
import { varnishBadResponse } from '#lib/signatures/varnish/bad-response.ts';
import { varnishClosedBody } from '#lib/signatures/varnish/closed-body.ts';
import { varnishClosedHeader } from '#lib/signatures/varnish/closed-header.ts';
import { varnishClosedRequest } from '#lib/signatures/varnish/closed-request.ts';
import { varnishConnectFailed } from '#lib/signatures/varnish/connect-failed.ts';
import { varnishTimedOut } from '#lib/signatures/varnish/timed-out.ts';
import { waitressConnectionLimit } from '#lib/signatures/waitress/connection-limit.ts';
import { waitressException } from '#lib/signatures/waitress/exception.ts';
import { waitressListening } from '#lib/signatures/waitress/listening.ts';
import { waitressPeerHungUp } from '#lib/signatures/waitress/peer-hung-up.ts';
import { waitressQueue } from '#lib/signatures/waitress/queue.ts';
import { waitressRequestsCut } from '#lib/signatures/waitress/requests-cut.ts';
import { waitressResponseCut } from '#lib/signatures/waitress/response-cut.ts';
import { waitressThreadDied } from '#lib/signatures/waitress/thread-died.ts';
import { waitressTooManyBytes } from '#lib/signatures/waitress/too-many-bytes.ts';
import { yarpBadResponse } from '#lib/signatures/yarp/bad-response.ts';
import { yarpClientClosed } from '#lib/signatures/yarp/client-closed.ts';
import { yarpNoResponse } from '#lib/signatures/yarp/no-response.ts';
import { yarpRequestCut } from '#lib/signatures/yarp/request-cut.ts';
import { yarpResponseCut } from '#lib/signatures/yarp/response-cut.ts';
import { yarpTimedOut } from '#lib/signatures/yarp/timed-out.ts';
import { yarpTunnelCut } from '#lib/signatures/yarp/tunnel-cut.ts';

export const signatures: readonly Signature[] = [
  herokuClosed,
  herokuInterrupted,
  herokuTimedOut,
  herokuNotConnected,
  herokuClientClosed,
  herokuBadResponse,
  herokuDynoMemoryKill,
  herokuDynoMemoryQuota,
  herokuDynoCrashed,
  herokuDynoExited,
  herokuDynoStopping,
  herokuDynoExitTimeout,
  herokuDynoRelease,
  gclbClosed,
  gclbRegionalClosed,
  gclbResponseCut,
  gclbTimedOut,
  gclbNotConnected,
  gclbBadResponse,
  gclbClientClosed,
  azureGatewayClosed,
  azureGatewayTimedOut,
  azureGatewayNoBackend,
  azureGatewayClientClosed,
  azureFrontDoorClosed,
  azureFrontDoorTimedOut,
  azureFrontDoorNotConnected,
  azureFrontDoorNotResolved,
  azureFrontDoorBadResponse,
  azureFrontDoorClientClosed,
  cloudfrontClosed,
  cloudfrontTimedOut,
  cloudfrontNotConnected,
  cloudfrontNotResolved,
  cloudfrontBadResponse,
  cloudfrontClientClosed,
  apiGatewayIntegrationFailed,
  apiGatewayTimedOut,
  cloudflaredClosed,
  cloudflaredRequestCut,
  cloudflaredResponseCut,
  cloudflaredNotConnected,
  cloudflaredNotResolved,
  cloudflaredTimedOut,
  cloudflaredClientClosed,
  linkerdClosed,
  linkerdNotConnected,
  linkerdTimedOut,
  h2oClosed,
  h2oNotConnected,
  h2oTimedOut,
  h2oBadResponse,
  iisClosed,
  iisTimedOut,
  iisNotConnected,
  iisNotResolved,
  iisBadResponse,
  httpProxyClosed,
  httpProxyNotConnected,
  httpProxyNotResolved,
  httpProxyBadResponse,
  httpProxyClientClosed,
  yarpNoResponse,
  yarpRequestCut,
  yarpResponseCut,
  yarpTunnelCut,
  yarpTimedOut,
  yarpBadResponse,
  yarpClientClosed,
  albClientClosed,
  albClosed,
  albNoTarget,
  albNotConnected,
  albTimedOut,
  apacheAccessBadGateway,
  apacheAccessTimedOut,
  apacheAjpBody,
  apacheAjpHeader,
  apacheAjpPingFailed,
  apacheAjpReceive,
  apacheBadHeader,
  apacheClientLeft,
  apacheConnectFailed,
  apacheErrorReading,
  apacheFcgiEnded,
  apacheHandshakeFailed,
  apacheHeadersCut,
  apacheNotResolved,
  apacheRequestCut,
  apacheResponseCut,
  apacheStatusLineMissing,
  apacheTimedOut,
  apacheWorkersDown,
  apacheEarlyStatusLine,
  apacheEarlyResponseCut,
  apacheEarlyRequestCut,
  apacheEarlyTimedOut,
  apacheEarlyConnectFailed,
  appClientRefused,
  appFatalRecord,
  appListening,
  appStopSignal,
  appTooManyConnections,
  auditAbend,
  auditSeccompKilled,
  auditServiceFailed,
  auditServiceStopped,
  autoscalingRefreshStarted,
  autoscalingTerminating,
  beanstalkApplicationStopped,
  beanstalkDeployed,
  beanstalkDeploying,
  beanstalkEngineDeploy,
  bunCrashed,
  bunIdleTimeout,
  bunUncaught,
  caddyAccessBadGateway,
  caddyAccessClientClosed,
  caddyAccessTimedOut,
  caddyBadResponse,
  caddyClientClosed,
  caddyConnectFailed,
  caddyHandshakePlainText,
  caddyHeaderClosed,
  caddyNotResolved,
  caddyRequestCut,
  caddyResponseCut,
  caddyTimedOut,
  codedeployDeploymentEnded,
  codedeployDeploymentFailed,
  codedeployDeploymentStarted,
  codedeployLifecycleEvent,
  containerdContainerCrashed,
  containerdContainerEnded,
  containerdContainerExited,
  containerdContainerKilled,
  containerdOom,
  containerdStopForced,
  containerdStopping,
  cowboyConnectionCrashed,
  cowboyListening,
  cowboyNoDescriptors,
  cowboyPlugCrashed,
  cowboyRequestCrashed,
  cowboyVmEnded,
  cowboyVmOutOfMemory,
  daphneAppKilled,
  daphneException,
  daphneListening,
  daphneRequestTimeout,
  daphneRequestsCut,
  daphneStopped,
  denoOutOfMemory,
  denoUncaught,
  dockerContainerCrashed,
  dockerContainerEnded,
  dockerContainerExited,
  dockerContainerKilled,
  dockerOom,
  dockerSignalled,
  dockerStarted,
  dockerStopForced,
  dockerStopped,
  dockerUnhealthy,
  dotnetFatalError,
  dotnetOutOfMemory,
  dotnetUnhandledException,
  ec2InstanceStopping,
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
  elbBadResponse,
  elbClosedOrTimedOut,
  elbNoInstance,
  falconChildCrashed,
  falconChildExited,
  falconChildKilled,
  falconStop,
  foremanProcessExited,
  foremanProcessSignalled,
  foremanStopping,
  glibcAssertionFailed,
  glibcBufferOverflow,
  glibcHeapCorrupted,
  glibcStackSmashed,
  goAcceptError,
  goBadPreface,
  goFatalError,
  goListening,
  goOutOfMemory,
  goPanic,
  goPanicRecovered,
  goPanicServing,
  goPlainHttpToTls,
  goServerClosed,
  goShutdownTimedOut,
  goSignal,
  goStackLimit,
  goWrongLength,
  goHttputilBadResponse,
  goHttputilClientClosed,
  goHttputilConnectFailed,
  goHttputilHandshakePlainText,
  goHttputilHeaderClosed,
  goHttputilNotResolved,
  goHttputilRequestCut,
  goHttputilResponseCut,
  goHttputilTimedOut,
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
  httpdChildCrashed,
  httpdGracefulRestart,
  httpdRestart,
  httpdStarted,
  httpdStop,
  httpdWorkersExhausted,
  httpsysWorkerLost,
  httpsysTakenOffline,
  httpsysShutDown,
  httpsysQueueFull,
  httpsysQueueTimeout,
  httpsysTimedOut,
  httpsysTooLarge,
  httpsysPeerHungUp,
  httpsysIdleClosed,
  hypercornException,
  hypercornListening,
  jettyHandlerFailed,
  jettyHeaderTooLarge,
  jettyIdleTimeout,
  jettyStarted,
  jettyStop,
  jettyTooFewThreads,
  jettyVersion,
  jettyWrongLength,
  jvmFatalError,
  jvmFatalSignal,
  jvmHeapDump,
  jvmNativeAllocation,
  jvmNativeMemory,
  jvmNoMoreThreads,
  jvmOutOfMemory,
  jvmOutOfMemoryAbort,
  jvmOutOfMemoryExit,
  jvmThreadDied,
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
  kestrelAppAborted,
  kestrelAppException,
  kestrelBadRequest,
  kestrelBodyNotRead,
  kestrelConnectionLimit,
  kestrelListening,
  kestrelNeverCompleted,
  kestrelRequestTooSlow,
  kestrelResponseTooSlow,
  kestrelStop,
  kestrelThreadStarvation,
  kestrelWrongLength,
  kestrelWrongProtocol,
  kubeletBackOff,
  kubeletContainerDied,
  kubeletEvicting,
  kubeletKilling,
  kubeletProbeFailed,
  kubernetesBackOff,
  kubernetesEvicted,
  kubernetesGraceExceeded,
  kubernetesInsightsCrashLoop,
  kubernetesInsightsOomKilled,
  kubernetesNodeEvicted,
  kubernetesNodeLost,
  kubernetesOomKilled,
  kubernetesOomKilling,
  kubernetesPodDeleted,
  kubernetesPreempted,
  kubernetesProbeKilled,
  kubernetesRescaled,
  kubernetesScaledDown,
  kubernetesScaledUp,
  kubernetesStarted,
  kubernetesStopping,
  kubernetesSystemOom,
  kubernetesUnhealthy,
  lighttpdConnectFailed,
  lighttpdHandlersDown,
  lighttpdResponseCut,
  lighttpdResponseNotReceived,
  lighttpdTimedOut,
  modWsgiBacklogFull,
  modWsgiDaemonGone,
  modWsgiDaemonTimeout,
  modWsgiDeadlock,
  modWsgiException,
  modWsgiProcessCrashed,
  modWsgiProcessDied,
  modWsgiProcessKilled,
  modWsgiRecycle,
  modWsgiRequestTimeout,
  modWsgiResponseCut,
  nettyDecodingFailed,
  nettyDirectMemory,
  nettyIncomingError,
  nettyRequestFailed,
  nettyResponseFailed,
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
  nginxStreamUnanswered,
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
  nodeNextSurvived,
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
  passengerAgentCrashed,
  passengerIncompleteResponse,
  passengerOnline,
  passengerProcessGone,
  passengerQueueFull,
  passengerResponseTruncated,
  passengerSpawnFailed,
  passengerStop,
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
  pm2AppCrashed,
  pm2AppEnded,
  pm2AppExited,
  pm2AppKilled,
  pm2ForceKilled,
  pm2GaveUp,
  pm2MemoryRestart,
  pm2Reload,
  pm2Starting,
  pm2Stopped,
  pm2Stopping,
  pumaAppError,
  pumaBodyFailed,
  pumaBootTimeout,
  pumaForcedShutdown,
  pumaHeaderTooLarge,
  pumaListening,
  pumaParentDied,
  pumaParseError,
  pumaPhasedRestart,
  pumaRestarting,
  pumaStarting,
  pumaStop,
  pumaThreadCrashed,
  pumaVersion,
  pumaWorkerBooted,
  pumaWorkerTerminated,
  pumaWorkerTimeout,
  rubyBug,
  rubyOutOfMemory,
  runitCannotStart,
  runitStopForced,
  runitStopped,
  rustBodyFailed,
  rustFatalRuntimeError,
  rustHeaderTimeout,
  rustHeaderTooLarge,
  rustNotHttp,
  rustOutOfMemory,
  rustPanicked,
  rustStackOverflow,
  shellAborted,
  shellCrashed,
  shellKilled,
  springBootAsyncTimeout,
  springBootListening,
  springBootRequestsCut,
  springBootStarted,
  springBootStop,
  springBootStopped,
  springBootUploadTooLarge,
  springBootVersion,
  squidAccessBadGateway,
  squidClientGone,
  squidConnectFailed,
  squidInvalidResponse,
  squidBadHeader,
  squidNotResolved,
  squidReadError,
  squidTimedOut,
  squidZeroSizeObject,
  squidNoObjectData,
  supervisordExiting,
  supervisordGaveUp,
  supervisordProcessCrashed,
  supervisordProcessEnded,
  supervisordProcessExited,
  supervisordProcessKilled,
  supervisordProcessTerminated,
  supervisordStarted,
  supervisordStopForced,
  supervisordStopped,
  supervisordStopping,
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
  tcpdumpClosedLater,
  tcpdumpClosedUnanswered,
  tcpdumpProxyClosed,
  tcpdumpRefused,
  tcpdumpResetReused,
  tcpdumpResetUnread,
  tomcatBodyTooLarge,
  tomcatNotHttp,
  tomcatPeerHungUp,
  tomcatRequestCut,
  tomcatRequestFailed,
  tomcatRequestHeaderRejected,
  tomcatRequestHeaderTooLarge,
  tomcatRequestsInFlight,
  tomcatResponseHeaderTooLarge,
  tomcatServletFailed,
  tomcatStarted,
  tomcatStop,
  tomcatThreadsExhausted,
  tomcatVersion,
  traefikAccessBadGateway,
  traefikAccessClientClosed,
  traefikAccessTimedOut,
  traefikBadResponse,
  traefikClientClosed,
  traefikConnectFailed,
  traefikHandshakePlainText,
  traefikHeaderClosed,
  traefikNotResolved,
  traefikRequestCut,
  traefikResponseCut,
  traefikTimedOut,
  undertowBodyTooLarge,
  undertowForcedClose,
  undertowHeaderTooLarge,
  undertowNotHttp,
  undertowPeerHungUp,
  undertowRequestFailed,
  undertowRequestTimeout,
  unicornAppError,
  unicornListening,
  unicornLoopError,
  unicornReady,
  unicornReload,
  unicornStop,
  unicornUpgrade,
  unicornWorkerCrashed,
  unicornWorkerExited,
  unicornWorkerKilled,
  unicornWorkerLeft,
  unicornWorkerReady,
  unicornWorkerTerminated,
  unicornWorkerTimeout,
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
  haproxyClosedHeader,
  haproxyPartialHeader,
  haproxyClosedBody,
  haproxyClosedRequest,
  haproxyClosedTunnel,
  haproxyConnectFailed,
  haproxyNoServer,
  haproxyConnectTimeout,
  haproxyServerTimeout,
  haproxyQueueTimeout,
  haproxyClientClosed,
  haproxyNoResources,
  haproxyKilledByProxy,
  haproxyBadBody,
  haproxyServerDown,
  haproxyServerUp,
  haproxyServerMaintenance,
  haproxyNoServerAvailable,
  haproxyCheckFailed,
  haproxyReload,
  haproxyStarted,
  haproxyStopping,
  haproxyWorkerCrashed,
  envoyClosedHeader,
  envoyClosedBody,
  envoyUnfinishedHeader,
  envoyUnfinishedBody,
  envoyStreamReset,
  envoyTcpReset,
  envoyHandshakePlainText,
  envoyConnectFailed,
  envoyConnectTimeout,
  envoyNoHealthyUpstream,
  envoyOverflow,
  envoyResponseTimeout,
  envoyClientClosed,
  envoyNotResolved,
  envoyStopping,
  envoyAgentDraining,
  envoyAgentAborted,
  envoyAgentLostProxy,
  envoyUpstreamReset,
  varnishClosedHeader,
  varnishClosedBody,
  varnishClosedRequest,
  varnishTimedOut,
  varnishConnectFailed,
  varnishBadResponse,
  waitressConnectionLimit,
  waitressException,
  waitressListening,
  waitressPeerHungUp,
  waitressQueue,
  waitressRequestsCut,
  waitressResponseCut,
  waitressThreadDied,
  waitressTooManyBytes,
];
