using System.Text;
using Kiln.Contracts;
using Kiln.Contracts.Json;
using Kiln.Host.Diagnostics;
using Kiln.Host.Interchange.Trees;
using Kiln.Host.Requests;

namespace Kiln.Host.Interchange;

/// <summary>The contract in the form of the Open Data Contract Standard, <c>&lt;dataset&gt;.odcs.yaml</c> beside the dataset's own.</summary>
static class StandardFile
{
    public const string Version = "v3.1.0";

    const string OwnEnd = ".schema.json";
    const string End = ".odcs.yaml";
    const long MaxBytes = 16 * 1024 * 1024;

    /// <summary>Version 2 had other names for almost everything.</summary>
    static readonly string[] Versions = [Version, "v3.0.2", "v3.0.1", "v3.0.0"];

    public static string PathOf(Dataset dataset) =>
        (dataset.Contract.EndsWith(OwnEnd, StringComparison.Ordinal) ? dataset.Contract[..^OwnEnd.Length] : dataset.Contract) + End;

    public static string VersionOf(YamlNode root) => root.Find("apiVersion")!.Text;

    /// <exception cref="BuildException">The file is none of a version that is known.</exception>
    public static YamlNode Load(string path)
    {
        try
        {
            var root = YamlReader.Read(ReadText(path));
            Check(root.ToJson(), path);
            return root;
        }
        catch (JsonFormatException e)
        {
            throw Unreadable(path, e);
        }
    }

    public static BuildException Unreadable(string path, JsonFormatException e) =>
        new([.. e.All.Select(error => new Diagnostic(path, error.Line, error.Column, Ids.StandardContractUnreadable, $"{error.Message}; correct the file"))]);

    static string ReadText(string path)
    {
        if (new FileInfo(path).Length > MaxBytes)
            throw new JsonFormatException("the file has more than 16 MB, which no contract has", 1, 1);
        try
        {
            using var reader = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            throw new JsonFormatException("the file is not UTF-8; save it as UTF-8", 1, 1);
        }
    }

    static void Check(JsonValue root, string path)
    {
        if (root.Kind != JsonKind.Object)
            throw root.Error("a mapping with apiVersion, kind, id, version, status and schema is expected here");
        if (root.Required("kind") is { Text: not "DataContract" } kind)
            throw kind.Error($"the kind is \"{kind.Text}\", but only a \"DataContract\" can be read");
        var version = root.Optional("apiVersion");
        if (version is null || !Versions.Contains(version.Text))
            throw new BuildException(path, version?.Line ?? 1, version?.Column ?? 1, Ids.StandardVersionUnknown,
                $"{(version is null ? "the file has no apiVersion" : $"the apiVersion \"{version.Text}\" is not one that Kiln reads{Nearest.Hint(version.Text, Versions)}")}; "
                + $"write the contract in {Version} of the Open Data Contract Standard");
        Shape.Check(root);
    }
}
