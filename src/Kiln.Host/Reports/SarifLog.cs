using Kiln.Contracts;
using Kiln.Contracts.Json;
using Kiln.Host.Diagnostics;
using Kiln.Host.Incremental;

namespace Kiln.Host.Reports;

/// <summary>
/// All that a run told, in the form that code scanners and editors read (Static Analysis Results Interchange Format 2.1.0, OASIS 2020). Paths are the
/// project's and there is no time in it, so that the same state is the same text in any folder.
/// </summary>
/// <param name="directory">The project's.</param>
sealed class SarifLog(string directory)
{
    /// <summary>What paths are relative to; whoever shows the log says where that is.</summary>
    const string Base = "PROJECT";

    public string Write(IReadOnlyList<Diagnostic> told)
    {
        string[] rules = [.. told.Select(diagnostic => diagnostic.Id).Distinct().Order(StringComparer.Ordinal)];
        var json = new JsonWriter().Object();
        json.Name("$schema").Value("https://json.schemastore.org/sarif-2.1.0.json");
        json.Name("version").Value("2.1.0");
        json.Name("runs").Array();
        json.Object();
        WriteTool(json.Name("tool").Object(), rules);
        json.End();
        json.Name("columnKind").Value("utf16CodeUnits");
        json.Name("originalUriBaseIds").Object();
        json.Name(Base).Object().Name("description").Object(oneLine: true).Name("text").Value("The folder of the project.").End().End();
        json.End();
        json.Name("results").Array();
        foreach (var diagnostic in told)
            Write(json, diagnostic, Array.IndexOf(rules, diagnostic.Id));
        json.End();
        json.End();
        json.End();
        return json.End().ToString();
    }

    static void WriteTool(JsonWriter json, string[] rules)
    {
        json.Name("driver").Object();
        json.Name("name").Value("Kiln");
        json.Name("version").Value(Tool.Version);
        json.Name("informationUri").Value(RulePages.Address);
        json.Name("rules").Array();
        foreach (var rule in rules)
            json.Object(oneLine: true).Name("id").Value(rule).Name("helpUri").Value(RulePages.Link(rule)).End();
        json.End();
        json.End();
    }

    void Write(JsonWriter json, Diagnostic diagnostic, int rule)
    {
        json.Object();
        json.Name("ruleId").Value(diagnostic.Id);
        json.Name("ruleIndex").Value(rule);
        json.Name("level").Value(diagnostic.IsError ? "error" : diagnostic.IsWarning ? "warning" : "note");
        json.Name("message").Object(oneLine: true).Name("text").Value(diagnostic.Message).End();
        json.Name("locations").Array();
        json.Object();
        json.Name("physicalLocation").Object();
        WritePlace(json.Name("artifactLocation").Object(oneLine: true), Path.GetRelativePath(directory, Path.GetFullPath(diagnostic.File, directory)));
        json.End();
        if (diagnostic.Line > 0)
            json.Name("region").Object(oneLine: true).Name("startLine").Value(diagnostic.Line).Name("startColumn").Value(Math.Max(diagnostic.Column, 1)).End();
        json.End();
        json.End();
        json.End();
        json.End();
    }

    /// <summary>On another drive there is no way from the project to the file.</summary>
    static void WritePlace(JsonWriter json, string path)
    {
        if (Path.IsPathFullyQualified(path))
            json.Name("uri").Value(new Uri(path).AbsoluteUri);
        else
            json.Name("uri").Value(string.Join('/', path.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString))).Name("uriBaseId").Value(Base);
    }
}
