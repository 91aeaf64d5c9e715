using System.Reflection;
using Kiln.Analyzers.Catalog;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kiln.Analyzers.Tests.Catalog;

/// <summary>Learns what one method takes and gives by calling it, and fitting what it gives, once for every type of column.</summary>
sealed class MethodProbe
{
    const string Output = "Out";

    static readonly Dictionary<string, string> Roles = new()
    {
        ["inputColumnName"] = "input", ["inputColumnNames"] = "input", ["labelColumnName"] = "label", ["featureColumnName"] = "features",
        ["featureColumnNames"] = "features", ["exampleWeightColumnName"] = "weight", ["rowGroupColumnName"] = "group", ["scoreColumnName"] = "score",
    };

    static readonly string[] OptionFields = ["LabelColumnName", "FeatureColumnName", "ExampleWeightColumnName", "RowGroupColumnName"];

    static readonly Dictionary<string, string[]> Candidates = new()
    {
        ["label"] = ["float", "bool", "key<text>"], ["features"] = ["float[]"], ["group"] = [ProbeColumn.Group.Name], ["score"] = ["float"], ["weight"] = [""],
        ["input"] = [.. ProbeColumn.All.Select(static column => column.Name)],
    };

    readonly MethodInfo _method;
    readonly ParameterInfo[] _roles;
    readonly IReadOnlyDictionary<string, object?> _variant;

    MethodProbe(MethodInfo method, IReadOnlyDictionary<string, object?> variant)
    {
        (_method, _variant) = (method, variant);
        _roles = [.. method.GetParameters().Where(static parameter => Roles.ContainsKey(parameter.Name!))];
    }

    /// <summary>The lines of a method's steps: its own, and one more for each value of an argument that makes it another step.</summary>
    public static IEnumerable<string> Lines(string name, IEnumerable<MethodInfo> overloads)
    {
        var probes = overloads.Select(static method => new MethodProbe(method, new Dictionary<string, object?>()))
            .Where(static probe => probe._roles.Length > 0 && probe.CanBeCalled)
            .OrderByDescending(static probe => probe._roles.Length);
        if (probes.FirstOrDefault() is not { } probe || probe.Base() is not { } start)
            return [name, "  not probed"];
        var plain = probe.Describe(start).ToList();
        string[] options = [.. overloads.Select(OptionDefaults).OfType<string>().Take(1)];
        return [name, .. plain, .. options, .. probe.Variants(name, start, plain)];
    }

    IEnumerable<string> Variants(string name, Dictionary<string, string> start, List<string> plain)
    {
        foreach (var parameter in _method.GetParameters().Where(static parameter => parameter is { HasDefaultValue: true, ParameterType: { IsEnum: true } or { Name: "Boolean" } }))
        {
            object[] values = parameter.ParameterType.IsEnum ? [.. Enum.GetValues(parameter.ParameterType).Cast<object>().Distinct()] : [false, true];
            foreach (var value in values.Where(value => !value.Equals(parameter.DefaultValue) && Convert.ToInt64(value) != Convert.ToInt64(parameter.DefaultValue)))
            {
                var variant = new MethodProbe(_method, new Dictionary<string, object?> { [parameter.Name!] = value });
                var lines = variant.Describe(start).ToList();
                if (!lines.SequenceEqual(plain))
                    foreach (var line in lines.Prepend($"{name} {parameter.Name}={value}"))
                        yield return line;
            }
        }
    }

    /// <summary>Word embeddings would be downloaded.</summary>
    bool CanBeCalled => _method.Name != "ApplyWordEmbedding" && _method.GetParameters().Skip(_method.IsStatic ? 1 : 0).All(parameter =>
        parameter.HasDefaultValue || Roles.ContainsKey(parameter.Name!) || parameter.Name == "outputColumnName" || Filler(parameter) is not null);

    static object? Filler(ParameterInfo parameter) => parameter.Name switch
    {
        "stopwords" => new[] { "the" },
        "binaryEstimator" => CatalogMethods.BinaryTrainer,
        "fixZero" => true,
        // Small, so that all of it takes seconds: types do not depend on these.
        "numberOfIterations" or "maximumNumberOfIterations" or "numberOfTrees" or "rank" => 2,
        "numberOfBits" => 4,
        "numberOfClusters" => 2,
        _ => null,
    };

    /// <summary>One assignment of columns to roles that ML.NET accepts.</summary>
    Dictionary<string, string>? Base()
    {
        IEnumerable<Dictionary<string, string>> assignments = [[]];
        foreach (var role in _roles.Select(static parameter => Roles[parameter.Name!]))
            assignments = assignments.SelectMany(assignment => Candidates[role].Select(column => new Dictionary<string, string>(assignment) { [role] = column }));
        return assignments.FirstOrDefault(assignment => Try(assignment) is not null);
    }

    Verdict? Try(IReadOnlyDictionary<string, string> columns) => Verdict.Run(() => Estimator(columns));

    IEstimator<ITransformer> Estimator(IReadOnlyDictionary<string, string> columns, MLContext? context = null)
    {
        var arguments = new Dictionary<string, object?>(_variant);
        foreach (var parameter in _method.GetParameters().Skip(_method.IsStatic ? 1 : 0))
            if (parameter.Name == "outputColumnName")
                arguments[parameter.Name] = Output;
            else if (Roles.TryGetValue(parameter.Name!, out var role))
                arguments[parameter.Name!] = columns[role] is "" ? null : parameter.ParameterType.IsArray ? new[] { columns[role] } : columns[role];
            else if (Filler(parameter) is { } filler)
                arguments.TryAdd(parameter.Name!, filler);
        return CatalogMethods.Invoke(_method, arguments, context);
    }

    IEnumerable<string> Describe(Dictionary<string, string> start)
    {
        var outputs = new List<OutputPattern>();
        foreach (var parameter in _roles)
        {
            var role = Roles[parameter.Name!];
            var verdicts = ProbeColumn.All
                .Select(column => (column.Type, Verdict: Try(new Dictionary<string, string>(start) { [role] = column.Name })))
                .Where(static probe => probe.Verdict is not null)
                .Select(static probe => (probe.Type, Verdict: probe.Verdict!))
                .ToList();
            var fallback = parameter.HasDefaultValue && parameter.DefaultValue is string name ? $" = {name}" : "";
            if (role == "input")
                foreach (var line in OutputPattern.Lines(verdicts.Select(probe => (probe.Type, probe.Verdict.Outputs.GetValueOrDefault(Output), Flags(probe.Verdict)))))
                    yield return $"  {role}{fallback}: {line}";
            else
                yield return $"  {role}{fallback}: {TypeList.Write(verdicts.Select(static probe => probe.Type))}";
            if (role == "label")
                outputs.AddRange(OutputPattern.OfLabel(verdicts));
        }
        if (Try(start) is not { } verdict)
            yield break;
        foreach (var (column, type) in verdict.Outputs.Where(static output => output.Key != Output))
            yield return $"  output {column}: {outputs.Find(output => output.Column == column)?.Pattern ?? type.ToString()}";
        if (verdict.IsCategory)
            yield return $"  {Tag.Categories}";
        var isTrainer = verdict.Outputs.ContainsKey("Score");
        if (!isTrainer && Behaviour.Learns(() => Estimator(start)))
            yield return $"  {Tag.Learns}";
        if (Behaviour.Draws(() => Estimator(start, new MLContext()), isTrainer ? 25 : 3))
            yield return $"  {Tag.Draws}";
        if (Info(start) is not { } info)
            yield break;
        if (info.NeedNormalization)
            yield return "  scale-sensitive";
        if (verdict.Missing)
            yield return "  cannot take missing values";
    }

    static string Flags(Verdict verdict) => (verdict.Normalized.Contains(Output) ? " normalized" : "") + (verdict.Missing ? " keeps-missing" : "");

    /// <summary>What a trainer says of itself; null for transforms.</summary>
    TrainerInfo? Info(Dictionary<string, string> start) =>
        Estimator(start) is var estimator ? estimator.GetType().GetProperty("Info")?.GetValue(estimator) as TrainerInfo : null;

    /// <summary>The names that a trainer's options have where nobody sets them; null for other overloads.</summary>
    static string? OptionDefaults(MethodInfo method)
    {
        if (method.GetParameters() is not [_, { Name: "options", ParameterType: var type }])
            return null;
        var options = Activator.CreateInstance(type);
        var names = OptionFields.Select(field => type.GetField(field)).OfType<FieldInfo>().Select(field => $"{field.Name}={field.GetValue(options)}");
        return $"  options {string.Join(" ", names)}".TrimEnd();
    }
}
