using System.Text;
using Kiln.Contracts;
using Kiln.Contracts.Models;
using Kiln.Contracts.Signatures;
using Kiln.Host.Diagnostics;
using Kiln.Host.Files;
using Kiln.Host.Foreign;
using Kiln.Host.Requests;

namespace Kiln.Host;

/// <summary>Looks at every foreign model: what it reads and gives, whether the predictor runs it, and runs it as ONNX Runtime does. Nothing is trained.</summary>
sealed class ModelsCommand(Request request, Output output)
{
    readonly string _models = Path.Combine(request.Output, "onnx");

    public void Run()
    {
        var started = DateTime.UtcNow;
        TemporaryFile.Sweep(request.Temporary);
        var artifacts = new HashSet<string>();
        var types = new Dictionary<string, ForeignModel>(StringComparer.OrdinalIgnoreCase);
        foreach (var model in request.ForeignModels)
        {
            if (!model.Name.Any(char.IsLetterOrDigit))
                output.Report(ItemLocation.Say(model, Ids.BadModelItem,
                    $"the model's name '{model.Name}' has no letter and no digit, so no class can be called by it; give the item a Name"));
            else if (!types.TryAdd(ForeignType.Name(model.Name), model))
                output.Report(ItemLocation.Say(model, Ids.BadModelItem,
                    $"'{model.Include}' and '{types[ForeignType.Name(model.Name)].Include}' would both be the class {ForeignType.Name(model.Name)}; give one of them another Name"));
            else
                output.Try(() => artifacts.UnionWith(Take(model)));
        }
        Prune(artifacts);
        if (!output.HasErrors)
            Stamp(artifacts, started);
    }

    /// <summary>The file whose age tells the build that nothing is to do; it lists what must still be there.</summary>
    void Stamp(HashSet<string> artifacts, DateTime started)
    {
        var stamp = Path.Combine(request.Output, "models.stamp");
        AtomicFile.Replace(stamp, Encoding.UTF8.GetBytes(string.Concat(artifacts.Order(StringComparer.Ordinal).Select(file => file + "\n"))), request.Temporary);
        // A model saved while it was looked at is newer than what was read: the next build looks again.
        if (request.ForeignModels.Any(model => File.GetLastWriteTimeUtc(model.File) > started))
            File.SetLastWriteTimeUtc(stamp, DateTime.UnixEpoch);
    }

    IEnumerable<string> Take(ForeignModel model)
    {
        var file = ForeignFile.Read(model);
        var rows = ForeignParity.Check(model, file, request, output);
        SignatureFile.Settle(model, file.Signature, request, output);
        var type = ForeignType.FullName(request.RootNamespace, model.Name);
        var path = Path.Combine(_models, ModelFileName.Format(type));
        var (onnx, manifest) = (path + ".onnx", path + ".model.json");
        AtomicFile.WriteIfChanged(onnx, file.Onnx, request.Temporary);
        AtomicFile.WriteIfChanged(manifest, ForeignManifest.Write(model, type, file), request.Temporary);
        output.Say($"{model.Name}: {Path.GetFileName(model.File)}{(file.Graph.Producer.Length > 0 ? $" by {file.Graph.Producer}" : "")}, "
            + $"{Counted.Format(file.Graph.Nodes.Count, "operator")}; {(rows > 0 ? $"Kiln and ONNX Runtime agree on {Counted.Format(rows, "row")}" : "not compared with ONNX Runtime")}");
        return [onnx, manifest];
    }

    /// <summary>A model whose item is gone, or which is refused now, must not be shipped any longer.</summary>
    void Prune(HashSet<string> keep)
    {
        if (!Directory.Exists(_models))
            return;
        foreach (var file in Directory.EnumerateFiles(_models).Where(file => !keep.Contains(file)))
            File.Delete(file);
    }
}
