using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Contracts.Json;
using Kiln.Host.Data;
using Kiln.Host.Diagnostics;
using Kiln.Host.Files;
using Kiln.Host.Interchange;
using Kiln.Host.Interchange.Trees;
using Kiln.Host.Requests;

namespace Kiln.Host;

/// <summary>Writes each contract in the form of the Open Data Contract Standard, into the file that is there or into a new one.</summary>
sealed class ExportContractCommand(Request request, Output output)
{
    public void Run()
    {
        TemporaryFile.Sweep(request.Temporary);
        foreach (var dataset in request.Datasets)
            Export(dataset);
    }

    void Export(Dataset dataset)
    {
        var contract = JsonReader.Read(ContractJson.Write(ContractFile.Load(dataset)));
        CheckTexts(dataset, JsonReader.Read(File.ReadAllText(dataset.Contract)));
        var path = StandardFile.PathOf(dataset);
        var isThere = File.Exists(path);
        var root = isThere ? StandardFile.Load(path) : ContractExport.New(dataset.Name);
        var before = isThere ? YamlWriter.Write(root) : null;
        ContractExport.Write(contract, SchemaObject.FindOrAdd(root, dataset.Name, path), dataset.Name, StandardFile.VersionOf(root));
        var after = YamlWriter.Write(root);
        var shown = Path.GetRelativePath(request.Directory, path);
        // A file that says the same already keeps its comments and its look.
        if (before == after)
        {
            output.Show($"{shown} says what the contract of '{dataset.Name}' says");
            return;
        }
        AtomicFile.WriteIfChanged(path, after, request.Temporary);
        output.Show($"{shown} {(isThere ? "was brought up to date with" : "was written from")} the contract of '{dataset.Name}'");
    }

    /// <summary>YAML has no half of a surrogate pair, which JSON can spell.</summary>
    static void CheckTexts(Dataset dataset, JsonValue value)
    {
        if (HasHalfPair(value.Text) || value.Members.Any(member => HasHalfPair(member.Key)))
            throw new BuildException(dataset.Contract, value.Line, value.Column, Ids.StandardContractUnreadable,
                $"the contract of '{dataset.Name}' has a text that YAML cannot hold, because half of a surrogate pair (such as \\ud83d) is in it; correct the text");
        foreach (var part in value.Items.Concat(value.Members.Select(member => member.Value)))
            CheckTexts(dataset, part);
    }

    static bool HasHalfPair(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (char.IsSurrogatePair(text, i))
                i++;
            else if (char.IsSurrogate(text[i]))
                return true;
        return false;
    }
}
