using System.Collections.Concurrent;
using System.Collections.Immutable;
using Kiln.Analyzers.MachineLearning;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Kiln.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Serving;

/// <summary>
/// An engine that several threads can get at: a static one outside the program's own class, one in a class that is there once for all,
/// or one that parallel code captures. Engines that are asked behind a lock are right.
/// </summary>
sealed class SharedEngine
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.SharedEngine, "A prediction engine is shared between threads",
        "{0} {1}, and a prediction engine must not be used by two threads at once; use a PredictionEnginePool or the predictor of a [Model]",
        Category.Serving, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.SharedEngine),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    readonly ConcurrentBag<ISymbol> _members = [];
    readonly ConcurrentDictionary<ISymbol, bool> _guarded = new(SymbolEqualityComparer.Default);
    readonly ConcurrentDictionary<ISymbol, byte> _singletons = new(SymbolEqualityComparer.Default);
    readonly ConcurrentBag<ImmutableArray<ITypeSymbol>> _pooled = [];
    readonly ConcurrentBag<Diagnostic> _found = [];
    volatile bool _maps;

    /// <summary>A field or property.</summary>
    public void Declared(SymbolAnalysisContext context)
    {
        var symbol = context.Symbol;
        var type = TypeOf(symbol);
        if ((type.IsEngine() || IsLazy(type)) && !symbol.IsImplicitlyDeclared && HoldsValue(symbol) && !IsOfThread(symbol))
            _members.Add(symbol);
    }

    public void Called(IInvocationOperation call)
    {
        if (call.TargetMethod.Name is "AddSingleton" or "TryAddSingleton" or "AddKeyedSingleton")
            Registered(call);
        else if (call.TargetMethod.Name == "AddPredictionEnginePool")
            _pooled.Add(call.TargetMethod.TypeArguments);
        else if (Engine.IsPrediction(call))
            Asked(call);
        else if (Repetition.IsMap(call.TargetMethod))
            _maps = true;
    }

    public void End(CompilationAnalysisContext end)
    {
        foreach (var finding in _found)
            end.ReportDiagnostic(finding);
        ImmutableDictionary<string, string?>? models = null;
        foreach (var member in _members)
            if (!(_guarded.TryGetValue(member, out var guarded) && guarded) && Why(member, end) is { } why)
                end.ReportDiagnostic(Diagnostic.Create(Rule, member.Locations[0], models ??= Models(end.Compilation), $"'{member.Name}'", why));
    }

    /// <summary>The models whose predictor may do instead.</summary>
    static ImmutableDictionary<string, string?> Models(Compilation compilation) => ImmutableDictionary<string, string?>.Empty.Add(
        "Models",
        string.Join(";", compilation.Assembly.AllTypes()
            .Where(static type => ModelReader.ModelOf(type) is not null)
            .Select(static type => type.GetDocumentationCommentId())));

    string? Why(ISymbol member, CompilationAnalysisContext end)
    {
        var type = member.ContainingType;
        if (TypeOf(member) is INamedTypeSymbol lazy && IsLazy(lazy))
            return member.IsStatic && AnswersRequests(end.Compilation) && !IsPooled(lazy.TypeArguments[0])
                ? "is static, and made lazily it is still one for all requests"
                : null;
        if (member.IsStatic)
            return SymbolEqualityComparer.Default.Equals(end.Compilation.GetEntryPoint(end.CancellationToken)?.ContainingType, type)
                && !AnswersRequests(end.Compilation)
                    ? null
                    : "is static";
        if (_singletons.Keys.OfType<INamedTypeSymbol>().Any(singleton => Derives(singleton, type)))
            return $"belongs to {type.Name}, which is registered as a singleton";
        return type.GetMembers().OfType<IFieldSymbol>().Any(one => one.IsStatic && SymbolEqualityComparer.Default.Equals(one.Type, type))
            ? $"belongs to {type.Name}, which has one static instance for all"
            : null;
    }

    /// <summary>Whether a pool answers for the same rows. Model Builder writes a lazy engine beside it, for programs without requests.</summary>
    bool IsPooled(ITypeSymbol engine) => engine is INamedTypeSymbol { TypeArguments: var own }
        && _pooled.Any(rows => rows.AsEnumerable().SequenceEqual(own, SymbolEqualityComparer.Default));

    static ITypeSymbol TypeOf(ISymbol member) => member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type;

    /// <summary>Lazy makes one for all; a thread's own is another matter.</summary>
    static bool IsLazy(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Lazy", TypeArguments: var arguments } && arguments.Length == 1 && arguments[0].IsEngine();

    bool AnswersRequests(Compilation compilation) =>
        _maps || compilation.Assembly.AllTypes().Any(static type => !type.IsAbstract && Repetition.IsOfRequests(type));

    void Registered(IInvocationOperation call)
    {
        foreach (var type in call.TargetMethod.TypeArguments)
            if (type.IsEngine())
                _found.Add(Diagnostic.Create(Rule, call.NameLocation(), "an engine", "is registered as a singleton"));
            else
                _singletons.TryAdd(type, 0);
        foreach (var argument in call.Arguments)
            foreach (var value in argument.Value.DescendantsAndSelf())
                if (value is ITypeOfOperation of)
                    _singletons.TryAdd(of.TypeOperand, 0);
                else if (value is IObjectCreationOperation { Type: { } made } && IsResult(value))
                    _singletons.TryAdd(made, 0);
    }

    /// <summary>Whether a value is what is registered, given as it is or returned by the factory.</summary>
    static bool IsResult(IOperation value)
    {
        var outer = value.Parent;
        while (outer is IConversionOperation)
            outer = outer.Parent;
        return outer is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: var name } }
            && name.EndsWith("Singleton", StringComparison.Ordinal)
            || outer is IReturnOperation;
    }

    void Asked(IInvocationOperation call)
    {
        if (call.Receiver() is not { } engine || engine.Source() is not { } source)
            return;
        var guarded = IsGuarded(call);
        if (source is IFieldSymbol or IPropertySymbol)
            _guarded.AddOrUpdate(source, guarded, (_, before) => before && guarded);
        if (!guarded && !IsOfThread(source) && Parallelism.FindRunner(call, source) is { } runner)
            _found.Add(Diagnostic.Create(Rule, engine.Syntax.GetLocation(), $"'{source.Name}'", $"is captured by {runner}"));
    }

    /// <summary>Inside a lock, or where a semaphore or monitor is taken.</summary>
    static bool IsGuarded(IOperation call)
    {
        for (var outer = call.Parent; outer is not null; outer = outer.Parent)
            if (outer is ILockOperation)
                return true;
        return call.Root().Descendants().Any(static one =>
            one is IInvocationOperation { TargetMethod: { Name: "Wait" or "WaitAsync" or "Enter" or "EnterScope" or "TryEnter" } method }
            && method.ContainingNamespace is { Name: "Threading", ContainingNamespace.Name: "System" });
    }

    /// <summary>Whether each thread has its own.</summary>
    static bool IsOfThread(ISymbol symbol) =>
        symbol is IPropertySymbol { Name: "Value", ContainingType.Name: "ThreadLocal" }
        || symbol.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "ThreadStaticAttribute");

    /// <summary>A field, or a property with one behind it.</summary>
    static bool HoldsValue(ISymbol symbol) => symbol is IFieldSymbol || symbol.ContainingType.GetMembers().Any(member =>
        member is IFieldSymbol { AssociatedSymbol: { } property } && SymbolEqualityComparer.Default.Equals(property, symbol));

    static bool Derives(INamedTypeSymbol type, INamedTypeSymbol from)
    {
        for (INamedTypeSymbol? one = type; one is not null; one = one.BaseType)
            if (SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, from.OriginalDefinition))
                return true;
        return false;
    }
}
