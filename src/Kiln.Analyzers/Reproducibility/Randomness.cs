using Kiln.Analyzers.Catalog;
using Kiln.Analyzers.MachineLearning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Reproducibility;

/// <summary>Which calls draw random numbers from the context they are used on.</summary>
static class Randomness
{
    /// <summary>Whether a call trains or samples with random numbers of its context.</summary>
    public static bool Draws(IInvocationOperation call) => call.Has(Tag.Draws) && HasNoSeed(call);

    /// <summary>Whether a call trains with random numbers of its context once rows can be shuffled.</summary>
    public static bool Shuffles(IInvocationOperation call) => call.Has(Tag.DrawsWhenShuffled);

    /// <summary>Whether a call gives rows that can be shuffled.</summary>
    public static bool LetsShuffle(IInvocationOperation call) => call.Has(Tag.CanShuffle);

    /// <summary>Whether a call divides rows by the seed of its context.</summary>
    public static bool Divides(IInvocationOperation call) => (call.Has(Tag.SplitsRows) || call.Has(Tag.CrossValidates)) && HasNoSeed(call);

    /// <summary>Whether threads of a trainer race, so that their number and luck decide what is learned.</summary>
    public static bool Races(IInvocationOperation call) => call.Has(Tag.Races);

    /// <summary>The context a call's catalog belongs to.</summary>
    public static IOperation? ContextOf(IInvocationOperation call, MachineLearningTypes types)
    {
        var value = call.Receiver();
        while (value is IPropertyReferenceOperation property && !types.IsContext(property.Type))
            value = property.Instance?.Unwrapped();
        return value is not null && types.IsContext(value.Type) ? value : null;
    }

    static bool HasNoSeed(IInvocationOperation call) =>
        (call.Argument("seed") is not { } seed || seed.IsNull())
        && (!TrainerOptions.AreTaken(call) || TrainerOptions.Read(call) is { } options && (options["Seed"] is not { } set || set.IsNull()));
}
