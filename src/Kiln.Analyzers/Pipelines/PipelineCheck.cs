using Kiln.Analyzers.Flow;
using Kiln.Analyzers.MachineLearning;
using Kiln.Analyzers.Pipelines.Columns;
using Kiln.Analyzers.Pipelines.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Pipelines;

/// <summary>Runs every chain of a type on the data it is fitted on, and the others on data of which nothing is known.</summary>
sealed class PipelineCheck
{
    readonly TypeFlow _flow;
    readonly MachineLearningTypes _types;
    readonly ChainReader _chains;
    readonly DataReader _data;
    readonly HashSet<IOperation> _seen = [];
    readonly Dictionary<(DiagnosticDescriptor, SyntaxNode), Finding> _findings = [];

    public PipelineCheck(TypeFlow flow, MachineLearningTypes types)
    {
        (_flow, _types) = (flow, types);
        var values = new ValueReader(flow);
        _chains = new(values, types);
        _data = new(values, _chains, types);
    }

    public IEnumerable<Finding> Findings()
    {
        var calls = _flow.Bodies.SelectMany(static body => body.Operations.OfType<IInvocationOperation>().Select(call => (Call: call, Frame: new Frame(body)))).ToList();
        foreach (var (call, frame) in calls)
            if (_data.IsFit(call))
                Run(call.Instance!, _data.Read(_types.DataOf(call)!, frame), frame);
        // The longest first: what is appended later than to where a chain is kept in a variable belongs to it.
        foreach (var (call, frame) in calls.Where(one => IsWhole(one.Call)).OrderByDescending(static one => one.Call.Syntax.Span.End))
            Run(call, ViewColumns.Unknown, frame);
        return _findings.Values;
    }

    /// <summary>An estimator that is no part of a longer one in the same expression.</summary>
    bool IsWhole(IInvocationOperation call)
    {
        if (!IsOwnEstimator(call))
            return false;
        var parent = call.Parent;
        while (parent is IConversionOperation or IArgumentOperation)
            parent = parent.Parent;
        return parent is not IInvocationOperation outer || !IsOwnEstimator(outer);
    }

    bool IsOwnEstimator(IInvocationOperation call) =>
        MachineLearningTypes.IsOwn(call.TargetMethod.ContainingType) && _types.IsEstimator(call.Type);

    void Run(IOperation estimator, ViewColumns columns, Frame frame)
    {
        var steps = _chains.Read(estimator, frame);
        if (columns == ViewColumns.Unknown && steps.All(step => step is null || _seen.Contains(step.Call)))
            return;
        var run = ChainRun.Of(steps, columns);
        _seen.UnionWith(steps.OfType<StepCall>().Select(static step => step.Call));
        if (run.Error is { } error)
            _findings[(error.Rule, error.Where)] = error;
    }
}
