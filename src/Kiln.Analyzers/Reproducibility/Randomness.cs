using Kiln.Analyzers.MachineLearning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Reproducibility;

/// <summary>Which members of ML.NET 5.0.1 draw random numbers from the context they are used on: read in its sources, and measured.</summary>
/// <remarks>
/// LightGBM and the trees are not among them: with the defaults LightGBM samples nothing below 200,000 rows, and the trees have seeds
/// of their own.
/// </remarks>
static class Randomness
{
    static readonly HashSet<string> Trainers = new(StringComparer.Ordinal)
    {
        "Sdca", "SdcaLogisticRegression", "SdcaNonCalibrated", "SdcaMaximumEntropy",
        "LdSvm",
        "SgdCalibrated", "SgdNonCalibrated", "SymbolicSgdLogisticRegression",
        "FieldAwareFactorizationMachine", "KMeans", "ImageClassification",
        // The following take a seed themselves.
        "RandomizedPca", "ProjectToPrincipalComponents", "ApproximatedKernelMap", "ShuffleRows", "BootstrapSample",
    };

    /// <summary>These shuffle, where the data can be: neither text files nor enumerables can before they are cached.</summary>
    static readonly HashSet<string> Online = new(StringComparer.Ordinal) { "AveragedPerceptron", "OnlineGradientDescent", "LinearSvm" };

    static readonly HashSet<string> Shuffled = new(StringComparer.Ordinal) { "AppendCacheCheckpoint", "Cache", "LoadFromBinary" };

    static readonly HashSet<string> Splits = new(StringComparer.Ordinal)
    {
        "TrainTestSplit", "CrossValidate", "CrossValidateNonCalibrated", "CrossValidationSplit",
    };

    static readonly HashSet<string> Racing = new(StringComparer.Ordinal)
    {
        "Sdca", "SdcaLogisticRegression", "SdcaNonCalibrated", "SdcaMaximumEntropy",
        "SgdCalibrated", "SgdNonCalibrated", "SymbolicSgdLogisticRegression", "KMeans",
    };

    /// <summary>Whether a call trains or samples with random numbers of its context.</summary>
    public static bool Draws(IInvocationOperation call) => Trainers.Contains(call.TargetMethod.Name) && HasNoSeed(call);

    /// <summary>Whether a call trains with random numbers of its context once rows can be shuffled.</summary>
    public static bool Shuffles(IInvocationOperation call) => Online.Contains(call.TargetMethod.Name);

    /// <summary>Whether a call gives rows that can be shuffled.</summary>
    public static bool LetsShuffle(IInvocationOperation call) => Shuffled.Contains(call.TargetMethod.Name);

    /// <summary>Whether a call divides rows by the seed of its context.</summary>
    public static bool Divides(IInvocationOperation call) => Splits.Contains(call.TargetMethod.Name) && HasNoSeed(call);

    /// <summary>Whether threads of a trainer race, so that their number and luck decide what is learned.</summary>
    public static bool Races(IInvocationOperation call) => Racing.Contains(call.TargetMethod.Name);

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
