using System.Collections.Concurrent;
using Kiln.Analyzers.Flow;
using Kiln.Analyzers.MachineLearning;
using Kiln.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Reproducibility;

/// <summary>Looks once at each operation for all rules. What only the whole compilation can decide is kept to its end.</summary>
sealed class TrainingCode(MachineLearningTypes types)
{
    readonly ConcurrentBag<ContextUse> _uses = [];
    readonly ConcurrentBag<(IOperation Value, ISymbol In, string Name, string When)> _changing = [];
    readonly ConcurrentDictionary<ISymbol, byte> _mappers = new(SymbolEqualityComparer.Default);
    readonly ConcurrentBag<IInvocationOperation> _mappings = [];
    readonly ConcurrentBag<IInvocationOperation> _saves = [];
    readonly ConcurrentBag<(string Name, Location Location)> _limits = [];
    readonly ConcurrentBag<(Diagnostic Finding, ISymbol In)> _given = [];
    readonly PipelineReach _reach = new();
    volatile bool _canShuffle;

    public void Look(CodeContext context)
    {
        switch (context.Operation)
        {
            case IInvocationOperation call:
                Changing(context);
                Call(call, context);
                break;
            case IObjectCreationOperation creation:
                Changing(context);
                if (types.IsContext(creation.Type))
                    foreach (var argument in creation.Arguments)
                        Given(argument, isEstimator: false, context);
                if (creation.Constructor is { } constructor && creation.Arguments.Length > 0 && MachineLearningTypes.IsOwn(constructor))
                    RootedPath.Check(constructor, creation.Arguments, context.ReportDiagnostic);
                break;
            case IPropertyReferenceOperation:
                Changing(context);
                break;
            case ISimpleAssignmentOperation assignment when TimeBoxedSearch.IsLimited(assignment):
                _limits.Add((((IMemberReferenceOperation)assignment.Target).Member.Name, assignment.Target.Syntax.GetLocation()));
                break;
        }
    }

    void Call(IInvocationOperation call, CodeContext context)
    {
        if (!MachineLearningTypes.IsOwn(call.TargetMethod))
        {
            _reach.Add(context.ContainingSymbol, call);
            return;
        }
        RootedPath.Check(call.TargetMethod, call.Arguments, context.ReportDiagnostic);
        var draws = Randomness.Draws(call, context) || Randomness.Shuffles(call);
        var races = SeedWithoutEffect.Races(call, context);
        if ((draws || races is not null || Randomness.Divides(call, context)) && Randomness.ContextOf(call, types)?.Source() is { } ml)
            _uses.Add(new(ml, draws, races, call));
        foreach (var argument in call.Arguments)
            Given(argument, types.IsEstimator(call.Type), context);
        if (Randomness.LetsShuffle(call))
            _canShuffle = true;
        if (ChangingValue.MapsRows(call))
            foreach (var argument in call.Arguments)
                if (argument.Value is IDelegateCreationOperation { Target: IMethodReferenceOperation mapper })
                    _mappers.TryAdd(mapper.Method, 0);
        if (CustomMappingLost.IsMapping(call))
            _mappings.Add(call);
        if (CustomMappingLost.Saves(call))
            _saves.Add(call);
        if (TimeBoxedSearch.IsLimited(call))
            _limits.Add((call.TargetMethod.Name, call.NameLocation()));
    }

    public void End(CompilationAnalysisContext end, ContextFlow flow)
    {
        var uses = _uses.Where(use => _canShuffle || !Randomness.Shuffles(use.Call))
            .OrderBy(static use => use.Call.Syntax.SyntaxTree.FilePath, StringComparer.Ordinal)
            .ThenBy(static use => use.Call.Syntax.SpanStart)
            .ToList();
        UnseededContext.Check(flow, uses, end.ReportDiagnostic);
        SeedWithoutEffect.Check(flow, uses, end.ReportDiagnostic);
        // What a model's pipeline reaches is told where it is.
        foreach (var (finding, method) in _given)
            if (!_reach.Includes(method))
                end.ReportDiagnostic(finding);
        foreach (var (value, method, name, when) in _changing)
            if (ChangingValue.IsUsed(value, types) || ChangingValue.IsOfFactory(method)
                || _mappers.ContainsKey(ChangingValue.FunctionOf(value) ?? method) || _reach.Includes(method))
                end.ReportDiagnostic(ChangingValue.Finding(value.Syntax, name, when));
        foreach (var value in _reach.Elsewhere(end.Compilation, end.CancellationToken))
            if (ChangingValue.Describe(value) is var (name, when))
                end.ReportDiagnostic(ChangingValue.Finding(value.Syntax, name, when));
        if (!_saves.IsEmpty)
            CustomMappingLost.Check(_mappings, end.Compilation, end.ReportDiagnostic);
        if (!_limits.IsEmpty && end.Compilation.Assembly.AllTypes().Any(static type => ModelReader.ModelOf(type) is not null))
            TimeBoxedSearch.Check(_limits, end.ReportDiagnostic);
    }

    /// <summary>What a helper of the project gives an estimator, or for a seed.</summary>
    void Given(IArgumentOperation argument, bool isEstimator, CodeContext context)
    {
        if (argument.Parameter is not { } parameter || (isEstimator ? RootedPath.IsPath(parameter) : parameter.Name != "seed")
            || argument.Value.Source() is not { Kind: SymbolKind.Method or SymbolKind.Property or SymbolKind.Field } helper
            || !helper.Locations.Any(static place => place.IsInSource)
            || MemberBodies.Get(context.Compilation).ValueOf(helper, context.File.SemanticModel) is not { Operation: var value })
            return;
        foreach (var operation in value.DescendantsAndSelf())
            if (ChangingValue.Describe(operation) is var (name, when))
                _given.Add((ChangingValue.Finding(argument.Value.Syntax, name, when), context.ContainingSymbol));
    }

    void Changing(CodeContext context)
    {
        if (ChangingValue.Describe(context.Operation) is var (name, when))
            _changing.Add((context.Operation, context.ContainingSymbol, name, when));
    }
}
