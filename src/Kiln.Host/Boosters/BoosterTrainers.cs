using System.Collections;
using System.Reflection;
using Kiln.Host.Natives;
using Microsoft.ML;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.LightGbm;

namespace Kiln.Host.Boosters;

/// <summary>Finds ML.NET's LightGBM trainers in an estimator, however deep in chains and in trainers of trainers, and puts ours in their place.</summary>
static class BoosterTrainers
{
    // Before the first of LightGBM's calls, its own or ours.
    static BoosterTrainers()
    {
        NativeResolver.Use(typeof(LightGbmBinaryTrainer).Assembly);
        NativeResolver.Use(typeof(BoosterTrainers).Assembly);
    }

    public static IEstimator<ITransformer> Replace(IEstimator<ITransformer> estimator) =>
        Replace(estimator, new HashSet<object>(ReferenceEqualityComparer.Instance));

    static IEstimator<ITransformer> Replace(IEstimator<ITransformer> estimator, HashSet<object> seen)
    {
        if (StandIn(estimator) is { } standIn)
            return standIn;
        if (estimator is not IBoosterTrainer && seen.Add(estimator))
            ReplaceInside(estimator, seen);
        return estimator;
    }

    static void ReplaceInside(object estimator, HashSet<object> seen)
    {
        const BindingFlags fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        foreach (var field in Internals.Bases(estimator.GetType()).SelectMany(type => type.GetFields(fields)).Where(field => !field.FieldType.IsValueType))
        {
            switch (field.GetValue(estimator))
            {
                case IEstimator<ITransformer> inner:
                    var replaced = Replace(inner, seen);
                    if (!ReferenceEquals(replaced, inner) && field.FieldType.IsInstanceOfType(replaced))
                        field.SetValue(estimator, replaced);
                    break;
                case IList list and IEnumerable<IEstimator<ITransformer>>:
                    for (var i = 0; i < list.Count; i++)
                    {
                        if (list[i] is IEstimator<ITransformer> element && Replace(element, seen) is var other && !ReferenceEquals(element, other))
                            list[i] = other;
                    }
                    break;
            }
        }
    }

    static IEstimator<ITransformer>? StandIn(IEstimator<ITransformer> estimator)
    {
        if (!Internals.Bases(estimator.GetType()).Any(IsLightGbm))
            return null;
        var trainer = Array.Find(estimator.GetType().GetInterfaces(), type => Is(type, typeof(ITrainerEstimator<,>)))!;
        return (IEstimator<ITransformer>)Activator.CreateInstance(typeof(BoosterTrainer<,>).MakeGenericType(trainer.GetGenericArguments()), estimator)!;
    }

    static bool IsLightGbm(Type type) => Is(type, typeof(LightGbmTrainerBase<,,,>));

    static bool Is(Type type, Type definition) => type.IsGenericType && type.GetGenericTypeDefinition() == definition;
}
