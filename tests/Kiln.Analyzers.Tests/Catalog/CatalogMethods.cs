using System.Reflection;
using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace Kiln.Analyzers.Tests.Catalog;

/// <summary>The methods of ML.NET's catalogs that give an estimator.</summary>
static class CatalogMethods
{
    static readonly MLContext Context = new(seed: 1);

    static readonly object[] Catalogs = In(Context);

    static object[] In(MLContext context) =>
    [
        context.Transforms, context.Transforms.Categorical, context.Transforms.Conversion, context.Transforms.FeatureSelection,
        context.Transforms.Text, context.BinaryClassification.Trainers, context.BinaryClassification.Calibrators,
        context.MulticlassClassification.Trainers, context.Regression.Trainers, context.Ranking.Trainers, context.Clustering.Trainers,
        context.AnomalyDetection.Trainers,
    ];

    /// <summary>By the catalog they are called on and their name: <c>RegressionTrainers.Sdca</c>.</summary>
    public static IEnumerable<IGrouping<string, MethodInfo>> All => Directory.GetFiles(AppContext.BaseDirectory, "Microsoft.ML*.dll")
        .Select(Assembly.LoadFrom)
        .SelectMany(static assembly => assembly.GetExportedTypes())
        .SelectMany(static type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Select(static method => method.GetParameters().Any(IsBinaryTrainer) ? method.MakeGenericMethod(typeof(LinearBinaryModelParameters)) : method)
        .Where(static method => GivesEstimator(method) && Catalog(method) is not null)
        .OrderBy(static method => method.ToString(), StringComparer.Ordinal)
        .GroupBy(static method => $"{CatalogType(method).Name}.{method.Name}")
        .OrderBy(static method => method.Key, StringComparer.Ordinal);

    /// <summary>The estimator that a method gives for these arguments, by parameter; the others are left to their defaults.</summary>
    /// <param name="context">Another context than the usual one, which has a seed.</param>
    public static IEstimator<ITransformer> Invoke(MethodInfo method, IReadOnlyDictionary<string, object?> arguments, MLContext? context = null)
    {
        var catalog = context is null ? Catalog(method) : Array.Find(In(context), one => one.GetType() == CatalogType(method));
        var values = method.GetParameters()
            .Select(parameter => method.IsStatic && parameter.Position == 0 ? catalog
                : arguments.TryGetValue(parameter.Name!, out var value) ? value
                : parameter.DefaultValue)
            .ToArray();
        return (IEstimator<ITransformer>)method.Invoke(method.IsStatic ? null : catalog, values)!;
    }

    /// <summary>A binary trainer for the methods that make a multiclass one of it.</summary>
    public static object BinaryTrainer => Context.BinaryClassification.Trainers.LinearSvm("bool", "float[]");

    static bool IsBinaryTrainer(ParameterInfo parameter) => parameter.Name == "binaryEstimator";

    static object? Catalog(MethodInfo method) => Catalogs.FirstOrDefault(catalog => catalog.GetType() == CatalogType(method));

    static Type CatalogType(MethodInfo method) =>
        method.IsStatic && method.GetParameters() is [var first, ..] ? first.ParameterType : method.DeclaringType!;

    static bool GivesEstimator(MethodInfo method) => !method.ContainsGenericParameters && method.ReturnType.GetInterfaces().Append(method.ReturnType)
        .Any(static type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEstimator<>));
}
