using Kiln.Analyzers.Catalog;
using Kiln.Analyzers.Flow;
using Kiln.Analyzers.MachineLearning;
using Kiln.Analyzers.Models;
using Kiln.Analyzers.Pipelines.Columns;
using Kiln.Analyzers.Pipelines.Reading;
using Kiln.Analyzers.Pipelines.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Pipelines;

/// <summary>Runs every chain of a type on the data it is fitted on, and the others on data of which nothing is known.</summary>
sealed class PipelineCheck
{
    readonly MachineLearningTypes _types;
    readonly ViewColumns? _model;
    readonly FindingPlace _place;
    readonly ChainReader _chains;
    readonly DataReader _data;
    readonly EngineCheck _engines;
    readonly LoaderCheck _loaders;
    readonly IReadOnlyList<BodyFlow> _bodies;
    readonly IReadOnlyList<(IInvocationOperation Call, Frame Frame)> _calls;
    readonly HashSet<IOperation> _seen = [];
    readonly List<Finding> _unused = [];
    readonly HashSet<Location> _taken = [];
    readonly Dictionary<(DiagnosticDescriptor, Location), Finding> _findings = [];

    /// <param name="code">The type that is looked at.</param>
    /// <param name="model">The columns that the type's own pipeline is shown, where it is a model.</param>
    /// <param name="contracts">The project's contracts, read when they are needed.</param>
    public PipelineCheck(CodeOfType code, SemanticModel file, MachineLearningTypes types, ViewColumns? model, Func<ContractSet> contracts)
    {
        (_types, _model, _bodies, _place) = (types, model, code.Flow.Bodies, new(code.Type));
        var values = code.Values(file);
        _chains = new(values, types);
        _data = new(values, _chains, types);
        _engines = new(_data);
        _loaders = new(contracts);
        _calls = [.. _bodies.SelectMany(static body => body.Operations.OfType<IInvocationOperation>().Select(call => (call, new Frame(body))))];
    }

    public IEnumerable<Finding> Findings()
    {
        if (_model is not null && _bodies.FirstOrDefault(IsPipeline) is { Returned: { } returned } pipeline)
        {
            Run(returned, _model, new(pipeline));
            var chain = _chains.Read(returned, new(pipeline));
            Add(EstimatorNotExportable.Find(chain).Select(one => _place.Locate(one.Finding, one.Estimator, chain)));
        }
        foreach (var (call, frame) in _calls)
            if (Fitted(call) is var (estimator, data))
                Run(estimator, _data.Read(data, frame), frame);
        // The longest first: what is appended later than to where a chain is kept in a variable belongs to it.
        foreach (var (call, frame) in _calls.Where(one => IsWhole(one.Call)).OrderByDescending(static one => one.Call.Syntax.Span.End))
            if (!_chains.HasRead(call))
                Run(call, ViewColumns.Unknown, frame);
        foreach (var (call, frame) in _calls)
            Add(_engines.Check(call, frame));
        foreach (var (call, _) in _calls)
            Add(_loaders.Check(call));
        Add(_unused.Where(unused => _place.IsHere(unused.Where) && !_taken.Contains(unused.Where) && IsNamedNowhereElse(unused) && !IsRead((string)unused.Arguments[0])));
        return _findings.Values;
    }

    /// <summary>What is fitted on what.</summary>
    (IOperation Estimator, IOperation Data)? Fitted(IInvocationOperation call) =>
        _types.IsFit(call) ? (call.Instance!, _types.DataOf(call)!)
        : call.Has(Tag.CrossValidates) && call.Argument("estimator") is { } estimator && _types.DataOf(call) is { } data ? (estimator, data)
        : null;

    /// <summary>The method that the trainer calls.</summary>
    bool IsPipeline(BodyFlow body) =>
        body.Method is { Name: "Pipeline", IsStatic: true, Parameters.Length: 1 } method && _types.IsContext(method.Parameters[0].Type);

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
        var chains = _chains.ReadAll(estimator, frame);
        var estimators = chains.SelectMany(static chain => chain).ToList();
        if (columns == ViewColumns.Unknown && estimators.All(estimator => estimator is null || _seen.Contains(estimator.Call)))
            return;
        _seen.UnionWith(estimators.OfType<EstimatorCall>().Select(static estimator => estimator.Call));
        var runs = chains.Select(chain => ChainRun.Run(chain, columns)).ToList();
        Add(Certain(runs).Select(one => _place.Locate(one.Finding, one.Estimator, one.Run.Estimators)));
        foreach (var run in runs)
        {
            _unused.AddRange(run.Unused);
            _taken.UnionWith(run.Taken);
        }
    }

    /// <summary>Which chain it is may depend on what the data depends on: sure is what is wrong in every chain that has the estimator, or in all chains.</summary>
    static IEnumerable<(ChainRun Run, EstimatorCall Estimator, Finding Finding)> Certain(IReadOnlyList<ChainRun> runs)
    {
        if (runs.Count == 1)
            return Findings(runs[0]);
        var fails = runs.All(static run => run.Error is not null);
        var said = runs.SelectMany(Findings)
            .Where(one => !fails || one.Finding != one.Run.Error)
            .GroupBy(static one => one.Estimator.Call)
            .Where(found => found.Select(static one => one.Run).Distinct().Count() == runs.Count(run => run.Estimators.Any(estimator => estimator?.Call == found.Key)))
            .SelectMany(static found => found.Where(one => one.Run == found.First().Run));
        return fails ? said.Append(Findings(runs[0]).First(one => one.Finding == runs[0].Error)) : said;

        static IEnumerable<(ChainRun Run, EstimatorCall Estimator, Finding Finding)> Findings(ChainRun run) =>
            run.Findings.Select(one => (run, one.Estimator, one.Finding));
    }

    /// <summary>A column that is asked for by name, of a data view, is taken.</summary>
    bool IsNamedNowhereElse(Finding unused) => _bodies
        .SelectMany(static body => body.Operations)
        .All(operation => operation.ConstantValue is not { HasValue: true, Value: string text }
            || text != (string)unused.Arguments[0]
            || unused.Where.SourceSpan.Contains(operation.Syntax.Span)
            || IsStepArgument(operation));

    /// <summary>Whether a class that rows are read into has a member for a column.</summary>
    bool IsRead(string column) => _calls.Any(one =>
        one.Call.TargetMethod is { Name: "CreatePredictionEngine" or "CreateEnumerable" } method
        && method.TypeArguments.Skip(method.TypeArguments.Length - 1).Any(type => ClassMember.ReadAll(type).Any(member => member.ColumnName == column)));

    bool IsStepArgument(IOperation operation)
    {
        while (operation.Parent is IConversionOperation or IArgumentOperation or IArrayInitializerOperation or IArrayCreationOperation)
            operation = operation.Parent;
        return operation.Parent is IInvocationOperation call && IsOwnEstimator(call);
    }

    void Add(IEnumerable<Finding?> findings)
    {
        foreach (var finding in findings.OfType<Finding>())
            _findings[(finding.Rule, finding.Where)] = finding;
    }
}
