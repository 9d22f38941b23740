use opentelemetry::trace::{Link, SpanKind, TraceId};
use opentelemetry::{Context, KeyValue};
use opentelemetry_sdk::trace::{Sampler, SamplingDecision, SamplingResult, ShouldSample};

/// A share of all requests; and a job whenever the request is recorded that added
/// it, so that a trace does not end in nothing.
#[derive(Debug, Clone)]
pub struct SampledWithItsOrigin(Sampler);

impl SampledWithItsOrigin {
    /// Records this share, from 0 to 1.
    pub fn new(share: f64) -> Self {
        let root = Sampler::TraceIdRatioBased(share);
        Self(Sampler::ParentBased(Box::new(root)))
    }
}

impl ShouldSample for SampledWithItsOrigin {
    fn should_sample(
        &self,
        parent: Option<&Context>,
        trace_id: TraceId,
        name: &str,
        kind: &SpanKind,
        attributes: &[KeyValue],
        links: &[Link],
    ) -> SamplingResult {
        let sampled = self
            .0
            .should_sample(parent, trace_id, name, kind, attributes, links);
        let is_followed = links.iter().any(|link| link.span_context.is_sampled());
        match is_followed {
            true => SamplingResult {
                decision: SamplingDecision::RecordAndSample,
                ..sampled
            },
            false => sampled,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decided(share: f64, links: &[Link]) -> SamplingDecision {
        let sampler = SampledWithItsOrigin::new(share);
        let trace = TraceId::from(u128::MAX);
        let kind = SpanKind::Consumer;
        let result = sampler.should_sample(None, trace, "job", &kind, &[], links);
        result.decision
    }

    #[test]
    fn a_job_is_recorded_with_the_request_that_added_it() {
        let trace = "0af7651916cd43dd8448eb211c80319c";
        let link = |flags| db::trace::link(&format!("00-{trace}-b7ad6b7169203331-{flags}"));
        let (recorded, dropped) = (link("01").unwrap(), link("00").unwrap());
        assert_eq!(decided(0.0, &[]), SamplingDecision::Drop);
        assert_eq!(decided(0.0, &[dropped]), SamplingDecision::Drop);
        assert_eq!(decided(0.0, &[recorded]), SamplingDecision::RecordAndSample);
        assert_eq!(decided(1.0, &[]), SamplingDecision::RecordAndSample);
    }
}
