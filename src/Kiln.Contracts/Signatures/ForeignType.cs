using System.Text;

namespace Kiln.Contracts.Signatures;

/// <summary>What a foreign model's class is called: the compiler writes it and the host names files by it, each on its own.</summary>
public static class ForeignType
{
    /// <summary>What such a class has besides what every type has.</summary>
    static readonly string[] Taken = [.. ReservedNames.OfTypes, "Input", "Prediction", "Info", "Load", "Predict", "ProbabilityOf"];

    /// <param name="model">The item's name.</param>
    public static string Name(string model) => Identifier.Distinct([Identifier.FromHeader(model)], Taken)[0];

    /// <summary>The class's full name, as reflection spells it.</summary>
    /// <param name="rootNamespace">The project's, as MSBuild has it; may be empty or no C# name.</param>
    /// <param name="model">The item's name.</param>
    public static string FullName(string rootNamespace, string model) => string.Join(".", Namespace(rootNamespace, "Models")) + "." + Name(model);

    /// <summary>The parts of the namespace in a project's own. As the SDK does for templates, what C# does not take becomes an underscore.</summary>
    /// <param name="rootNamespace">The project's, as MSBuild has it; may be empty or no C# name.</param>
    /// <param name="last">The namespace in it.</param>
    public static IEnumerable<string> Namespace(string rootNamespace, string last) => rootNamespace
        .Split('.')
        .Select(static segment => segment.Trim())
        .Where(static segment => segment.Length > 0)
        .Concat([last])
        .Select(Segment);

    static string Segment(string segment)
    {
        var name = new StringBuilder();
        foreach (var c in segment)
            name.Append(Identifier.IsValid("_" + c) ? c : '_');
        return Identifier.IsValid(name.ToString()) ? name.ToString() : "_" + name;
    }
}
