using System.Collections.Concurrent;
using Kiln.Analyzers.MachineLearning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Flow;

/// <summary>
/// How values flow through the bodies of a type that deal with ML.NET. Follows a value to where it was made, also into and
/// out of a private method that is called in one place: called in several, it would mix up what was handed to each call.
/// </summary>
sealed class TypeFlow
{
    /// <summary>Ends what a variable that is made from itself would not.</summary>
    const int LongestWay = 100;

    readonly Dictionary<ISymbol, List<Origin>> _calls = new(SymbolEqualityComparer.Default);
    readonly Dictionary<ISymbol, BodyFlow> _methods = new(SymbolEqualityComparer.Default);

    /// <summary>Whether nested types name a private method.</summary>
    readonly ConcurrentDictionary<ISymbol, bool> _namedInside = new(SymbolEqualityComparer.Default);

    public TypeFlow(IEnumerable<BodyFlow> bodies)
    {
        Bodies = [.. bodies.SelectMany(static body => body.WithNested)];
        foreach (var body in Bodies)
        {
            if (body.Method is { } method)
                _methods[method] = body;
            foreach (var operation in body.Operations)
                if (Called(operation) is { } called)
                    (_calls.TryGetValue(called, out var calls) ? calls : _calls[called] = []).Add(new(operation, body));
        }
    }

    /// <summary>Lambdas and local functions too.</summary>
    public IReadOnlyList<BodyFlow> Bodies { get; }

    /// <summary>The body that a call of a method surely runs; null where it is not among these, or may be overridden.</summary>
    public BodyFlow? BodyRunBy(IMethodSymbol method) =>
        method is { IsVirtual: false, IsAbstract: false, IsOverride: false, IsAsync: false }
        && _methods.TryGetValue(method.OriginalDefinition, out var body)
            ? body
            : null;

    /// <summary>The body an operation stands in.</summary>
    public BodyFlow? BodyOf(IOperation operation) => Bodies.FirstOrDefault(body => body.Contains(operation));

    /// <summary>Where the value of an expression was made; null where that is not certain.</summary>
    public Origin? OriginOf(IOperation value, BodyFlow body)
    {
        for (var way = 0; way < LongestWay; way++)
        {
            value = value.Unwrapped();
            var definition = value switch
            {
                ILocalReferenceOperation local => Reaching(local.Local, value, ref body),
                IFlowCaptureReferenceOperation capture => body.Reaching(capture.Id, value),
                IParameterReferenceOperation parameter => Reaching(parameter.Parameter, value, ref body),
                IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } member =>
                    IsWrittenInOneBody(member.Field) ? body.Reaching(member.Field, value) : null,
                _ => Definition.Entry,
            };
            if (definition is null)
                return null;
            if (definition.Value.Value is { } written)
                value = written;
            else if (definition != Definition.Entry || value is ILocalReferenceOperation or IFlowCaptureReferenceOperation)
                return null;
            else if (Step(value, body) is { } next)
                (value, body) = (next.Operation, next.Body);
            else
                return new(value, body);
        }
        return null;
    }

    /// <summary>In this body, or before it in the one around, where only a variable written once holds still.</summary>
    static Definition? Reaching(ISymbol variable, IOperation use, ref BodyFlow body)
    {
        var definition = body.Reaching(variable, use);
        while (definition == Definition.Entry && !SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, body.Method)
            && body.Outer is { } outer)
        {
            body = outer;
            definition = body.Only(variable);
        }
        return definition;
    }

    /// <summary>Otherwise a call between two uses of a field may change it.</summary>
    bool IsWrittenInOneBody(IFieldSymbol member) => Bodies.Count(body => body.Writes(member)) <= 1;

    /// <summary>From a parameter to the argument of the one call, from a call to what the method returns.</summary>
    Origin? Step(IOperation value, BodyFlow body) => value switch
    {
        IParameterReferenceOperation { Parameter: var parameter }
            when SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, body.Method)
            && OnlyCall(body.Method!) is { Operation: IInvocationOperation call } only =>
            call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal)
                is { ArgumentKind: ArgumentKind.Explicit } given
                ? new(given.Value, only.Body)
                : null,
        IInvocationOperation call when OnlyCall(call.TargetMethod) is not null && _methods.TryGetValue(call.TargetMethod, out var called) =>
            called.Returned is { } returned ? new(returned, called) : null,
        _ => null,
    };

    /// <summary>The one place a method is called from, where it can be called from nowhere else.</summary>
    Origin? OnlyCall(IMethodSymbol method) =>
        (method.MethodKind == MethodKind.LocalFunction || IsPrivate(method)) && !method.IsAsync
        && _calls.TryGetValue(method, out var calls) && calls.Count == 1
            ? calls[0]
            : null;

    /// <summary>A nested type can call it too, and is looked at apart.</summary>
    bool IsPrivate(IMethodSymbol method)
    {
        if (method is not { DeclaredAccessibility: Accessibility.Private, MethodKind: MethodKind.Ordinary })
            return false;
        if (!_namedInside.TryGetValue(method, out var named))
            _namedInside[method] = named = method.ContainingType.GetTypeMembers()
                .SelectMany(static nested => nested.DeclaringSyntaxReferences)
                .Any(place => place.GetSyntax().DescendantTokens().Any(token => token.ValueText == method.Name));
        return !named;
    }

    /// <summary>The method that an operation calls or makes a delegate of.</summary>
    static IMethodSymbol? Called(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.TargetMethod.OriginalDefinition,
        IMethodReferenceOperation reference => reference.Method.OriginalDefinition,
        _ => null,
    };
}
