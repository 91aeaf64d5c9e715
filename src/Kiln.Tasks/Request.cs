using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Build.Framework;

namespace Kiln.Tasks;

/// <summary>The response file: one <c>key=value</c> a line, in the order the host documents.</summary>
sealed class Request
{
    // The host knows it, and says what is wrong: a connection string in a project file is not to get into any other.
    const string NoVariable = "?";

    readonly StringBuilder _lines = new();

    /// <summary>A property of several lines is one.</summary>
    public void Add(string key, string? value) => _lines.Append(key).Append('=').Append(value?.Replace('\r', ' ').Replace('\n', ' ')).Append('\n');

    /// <summary>
    /// Adds what the project's code needs to run besides the framework: assemblies and native libraries, each once, with the package it comes
    /// from. The first of a path counts.
    /// </summary>
    public void AddReferences(IEnumerable<ITaskItem> references)
    {
        var known = new HashSet<string>();
        foreach (var item in references.Where(item => item.GetMetadata("FrameworkReferenceName").Length == 0))
            if (item.GetMetadata("FullPath") is var path && IsLibrary(path) && known.Add(path))
                Add("reference", $"{Package(item)}|{path}");
    }

    /// <summary>Adds the foreign models.</summary>
    public void AddModels(IEnumerable<ITaskItem> models)
    {
        foreach (var model in models)
        {
            Add("model", model.GetMetadata("Name"));
            Add("onnx", model.GetMetadata("FullPath"));
            Add("signature", model.GetMetadata("KilnSignature"));
            Add("defined", model.GetMetadata("DefiningProjectFullPath"));
            Add("include", model.ItemSpec);
        }
    }

    /// <summary>Adds one dataset for each contract, with all the files that share it.</summary>
    /// <param name="project">The project file, where a dataset is defined that only its contract tells of.</param>
    public void Add(IEnumerable<ITaskItem> datasets, string project = "")
    {
        foreach (var files in datasets.GroupBy(item => item.GetMetadata("KilnContract")))
        {
            var first = files.First();
            Add("dataset", first.GetMetadata("Name"));
            Add("contract", files.Key);
            Add("defined", IsAbsent(first) ? project : first.GetMetadata("DefiningProjectFullPath"));
            Add("include", first.ItemSpec);
            Add("merge", first.GetMetadata("Merge").ToLowerInvariant());
            Add("key", first.GetMetadata("Key"));
            AddSource(files);
            foreach (var file in files.Where(file => !IsAbsent(file)))
            {
                Add("file", file.GetMetadata("FullPath"));
                AddIfAny("url", Address(file));
                AddIfAny("sha256", file.GetMetadata("Sha256"));
                AddIfAny("token", Variable(file.GetMetadata("Token")));
            }
        }
    }

    static bool IsAbsent(ITaskItem dataset) => dataset.GetMetadata("KilnAbsent") == "true";

    /// <summary>As it is written: MSBuild reads %2F as a slash, which in an address is something else.</summary>
    static string Address(ITaskItem file) => file is ITaskItem2 escaped ? escaped.GetMetadataValueEscaped("Url") : file.GetMetadata("Url");

    void AddIfAny(string key, string value)
    {
        if (value.Trim() is { Length: > 0 } text)
            Add(key, text);
    }

    /// <summary>Adds which rows of a database are meant. The connection string stays in the environment: only the variable's name is written.</summary>
    void AddSource(IEnumerable<ITaskItem> items)
    {
        foreach (var name in new[] { "Table", "Query", "Connection" })
        {
            var values = items.Select(item => item.GetMetadata(name).Trim()).Distinct().ToList();
            if (values.Count > 1)
                Add("conflict", name);
            if (name == "Connection")
                values[0] = Variable(values[0]);
            foreach (var line in values[0].Length == 0 ? [] : values[0].Split('\n'))
                Add(name.ToLowerInvariant(), line.TrimEnd('\r'));
        }
    }

    /// <summary>What cannot be a variable's name may be the secret itself, and is not written anywhere.</summary>
    public static string Variable(string text) => Regex.IsMatch(text.Trim(), "^([A-Za-z_][A-Za-z0-9_]*)?$") ? text.Trim() : NoVariable;

    public override string ToString() => _lines.ToString();

    static bool IsLibrary(string path) => Path.GetExtension(path) is ".dll" or ".so" or ".dylib";

    static string Package(ITaskItem item) =>
        item.GetMetadata("NuGetPackageId") is { Length: > 0 } name ? $"{name}/{item.GetMetadata("NuGetPackageVersion")}" : "";
}
