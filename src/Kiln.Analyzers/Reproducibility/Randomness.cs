using Kiln.Analyzers.Catalog;
using Kiln.Analyzers.MachineLearning;
using Kiln.Analyzers.Pipelines.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Reproducibility;

/// <summary>Which calls draw random numbers from the context they are used on.</summary>
static class Randomness
{
    /// <summary>Whether a call trains or samples with random numbers of its context.</summary>
    public static bool Draws(IInvocationOperation call, CodeContext code) => call.Has(Tag.Draws) && HasNoSeed(call, code);

    /// <summary>Whether a call trains with random numbers of its context once rows can be shuffled.</summary>
    public static bool Shuffles(IInvocationOperation call) => call.Has(Tag.DrawsWhenShuffled);

    /// <summary>Whether a call gives rows that can be shuffled.</summary>
    public static bool LetsShuffle(IInvocationOperation call) => call.Has(Tag.CanShuffle);

    /// <summary>Whether a call divides rows by the seed of its context.</summary>
    public static bool Divides(IInvocationOperation call, CodeContext code) =>
        (call.Has(Tag.SplitsRows) || call.Has(Tag.CrossValidates)) && HasNoSeed(call, code);

    /// <summary>The context a call's catalog belongs to.</summary>
    public static IOperation? ContextOf(IInvocationOperation call, MachineLearningTypes types)
    {
        var value = call.Receiver();
        while (value is IPropertyReferenceOperation property && !types.IsContext(property.Type))
            value = property.Instance?.Unwrapped();
        return value is not null && types.IsContext(value.Type) ? value : null;
    }

    static bool HasNoSeed(IInvocationOperation call, CodeContext code) =>
        (call.Argument("seed") is not { } seed || seed.IsNull())
        && (call.Argument("options") is null
            || FollowedCall.Find(call, code)?.Settings("Seed") is { Count: > 0 } seeds && seeds.All(static set => set is null || set.IsNull()));
}
