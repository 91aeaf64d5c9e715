using System.Text;

namespace Kiln.Generators.Text;

/// <summary>Makes a C# namespace of MSBuild's RootNamespace, which is often a project's file name as it is.</summary>
static class Namespace
{
    public static string Join(string rootNamespace, string last) => string.Join(".", rootNamespace
        .Split('.')
        .Select(static segment => segment.Trim())
        .Where(static segment => segment.Length > 0)
        .Append(last)
        .Select(Segment));

    /// <summary>As the SDK does for templates: what C# does not take becomes an underscore.</summary>
    static string Segment(string segment)
    {
        var name = new StringBuilder();
        foreach (var c in segment)
            name.Append(Contracts.Identifier.IsValid("_" + c) ? c : '_');
        return Literal.Name(Contracts.Identifier.IsValid(name.ToString()) ? name.ToString() : "_" + name);
    }
}
