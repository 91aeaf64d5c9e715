using System.Text;
using System.Text.Json;
using Kiln.Contracts;
using Kiln.Contracts.Json;
using Kiln.Contracts.Releases;
using Kiln.Host.Cache;
using Kiln.Host.Diagnostics;
using Kiln.Host.Models;
using Kiln.Host.Network;
using Kiln.Host.Publishing;
using Kiln.Host.Requests;

namespace Kiln.Host.Store;

/// <summary>
/// Trained models that a team shares, <c>KilnStorePath</c>. ONNX files lie under their SHA-256, what was trained from what under the key of the training. Nothing that comes
/// from there is believed: it is held against the lock. A build goes on without a store that cannot be used, where it can train.
/// </summary>
sealed class ArtifactStore : IDisposable
{
    static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    readonly Request _request;
    readonly Output _output;
    readonly StoreFiles? _opened;
    readonly HashSet<string> _refused = [];
    StoreFiles? _files;

    /// <exception cref="BuildException">What is written as its place is none.</exception>
    public ArtifactStore(Request request, Output output)
    {
        (_request, _output) = (request, output);
        if (request.Store.Contains("://", StringComparison.Ordinal))
            _opened = new ServerFiles(Parse(request.Store), new(Credentials.Find(request.StoreToken, "KilnStoreToken", Refuse), Silence));
        else if (request.Store.Length > 0)
            _opened = new FolderFiles(Path.GetFullPath(request.Store, request.Directory), request.StoreLimit);
        _files = _opened;
    }

    /// <summary>Why no model comes from there, in words that complete a sentence.</summary>
    public string Absence { get; private set; } = "there is no store, which KilnStorePath would name";

    /// <summary>The model that the plan would train; null where the store does not have it, or not as the lock says.</summary>
    public TrainedModel? Find(ModelPlan plan) => Use(files => Find(files, plan));

    /// <summary>Keeps a model that was trained.</summary>
    public void Add(ModelPlan plan, TrainedModel model) => Use(files => Put(files, plan, model));

    /// <summary>Keeps a model that was trained before there was a store, or while it could not be used.</summary>
    public void AddIfMissing(ModelPlan plan, TrainedModel model) => Use(files => files.Get(plan.Key + ".json") is not null || Put(files, plan, model));

    /// <summary>Keeps a model that is being released, and reads it back.</summary>
    /// <exception cref="BuildException">The store does not have it then, so it must not be recorded as released.</exception>
    public void Release(ModelPlan plan, TrainedModel model)
    {
        if (_opened is null)
            return;
        try
        {
            var manifest = Manifest.Write(plan, model);
            var name = ReleasedModel.ManifestName(model.OnnxHash, plan.Version);
            _opened.Put(name, manifest); // From now on the model is a release's, which no limit takes away.
            Put(_opened, plan, model);
            if (Find(_opened, plan) is null || _opened.Get(name) is not { } kept || !kept.AsSpan().SequenceEqual(manifest))
                throw new StoreException("it does not give what is put there");
        }
        catch (StoreException e)
        {
            throw Refuse($"{_opened.Name}: {e.Message.TrimEnd('.')}; nothing was recorded as released of '{plan.Name}', release again when the store can be used");
        }
    }

    /// <summary>A model as it was released; null where the store does not have it, or not as the release says.</summary>
    public ReleasedModel? FindReleased(ModelPlan plan, Release release) => Use(files =>
    {
        var manifest = ReleasedModel.ManifestName(release.Content.Artifact!, release.Version);
        if (files.Get(OnnxName(release.Content.Artifact!)) is not { } onnx || files.Get(manifest) is not { } kept)
        {
            Absence = $"the store does not have it ({files.Name})";
            return null;
        }
        var model = new ReleasedModel(onnx, kept);
        if (Problem(model, plan, release) is not { } problem)
            return model;
        Absence = $"what the store has is not it ({files.Name})";
        Refuse(files, manifest, plan, problem);
        return null;
    });

    /// <summary>The ONNX file of a release, to be compared with; null where the store does not have it, or not as it was.</summary>
    public byte[]? FindArtifact(ModelPlan plan, string hash) => Use(files =>
    {
        try
        {
            return Onnx(files, OnnxName(hash));
        }
        catch (FileNotFoundException)
        {
            Absence = $"the store does not have it ({files.Name})";
            return null;
        }
        catch (FormatException e)
        {
            Absence = $"what the store has is not it ({files.Name})";
            Refuse(files, OnnxName(hash), plan, e.Message);
            return null;
        }
    });

    /// <summary>Waits while another build trains the same.</summary>
    /// <param name="found">What it made.</param>
    /// <returns>Keeps others from training the same; null where it is there now, or there is no store.</returns>
    public TrainingLease? Claim(ModelPlan plan, out TrainedModel? found)
    {
        TrainedModel? made = null;
        var lease = Use(files => TrainingLease.Take(files, plan.Key + ".lease", () => (made = Find(files, plan)) is not null,
            () => _output.Say($"{plan.Name}: another build is training this, which is waited for ({files.Name})")));
        found = made;
        return lease;
    }

    /// <summary>Puts a run of a model where others find it.</summary>
    /// <returns>The store's name; null where there is none, or it cannot be used.</returns>
    public string? PutRun(string type, string run, string text) => Use(files =>
    {
        StoredRuns.Put(files, type, run, Encoding.UTF8.GetBytes(text));
        return files.Name;
    });

    /// <summary>The runs of a model that were put there, as they were written: nothing of them is checked.</summary>
    public IReadOnlyList<(string Name, string Text)> FindRuns(string type) => Use(files => StoredRuns.All(files, type)) ?? [];

    public void Dispose() => _opened?.Dispose();

    TrainedModel? Find(StoreFiles files, ModelPlan plan)
    {
        var name = plan.Key + ".json";
        if (files.Get(name) is not { } training)
        {
            Absence = $"the store does not have it ({files.Name})";
            return null;
        }
        try
        {
            var model = StoredTraining.Read(Encoding.UTF8.GetString(training), plan, hash => Onnx(files, name = OnnxName(hash)));
            name = plan.Key + ".json";
            return LockedModelCheck.Difference(plan, model) is { } difference ? throw new FormatException($"it is not the locked model ({difference})") : model;
        }
        catch (FileNotFoundException)
        {
            Absence = $"the store does not have it any longer ({files.Name})";
            return null;
        }
        catch (Exception e) when (e is FormatException or JsonFormatException)
        {
            Absence = $"what the store has is not it ({files.Name})";
            Refuse(files, name, plan, e.Message.TrimEnd('.'));
            return null;
        }
    }

    Address Parse(string text)
    {
        var address = Address.Parse(text, "KilnStorePath", Refuse);
        return address.Uri.Query.Length == 0 ? address
            : throw Refuse("KilnStorePath has a query, which often is a secret; name in KilnStoreToken the environment variable that holds what the server wants to be shown");
    }

    static string? Problem(ReleasedModel model, ModelPlan plan, Release release)
    {
        try
        {
            return model.Difference(plan, release) is { } fact ? $"its {fact} is not that of release {release.Version}" : null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return "it is no manifest";
        }
    }

    /// <summary>Once: whoever waits for another build looks again and again.</summary>
    void Refuse(StoreFiles files, string name, ModelPlan plan, string why)
    {
        if (_refused.Add(name))
            _output.Report(new(_request.Project, 0, 0, Ids.StoredModelRefused,
                $"'{name}' of the store {files.Name} is not used for '{plan.Name}': {why}; the next build that trains it writes it again, or delete it there", IsWarning: true));
    }

    /// <summary>The ONNX file first: who finds the training finds that too.</summary>
    static bool Put(StoreFiles files, ModelPlan plan, TrainedModel model)
    {
        files.Put(OnnxName(model.OnnxHash), model.Onnx);
        files.Put(plan.Key + ".json", Encoding.UTF8.GetBytes(StoredTraining.Write(plan, model)));
        files.Tidy(OnnxName(model.OnnxHash));
        return true;
    }

    static byte[] Onnx(StoreFiles files, string name)
    {
        var onnx = files.Get(name) ?? throw new FileNotFoundException(null, name);
        return OnnxName(ModelCache.Hash(onnx)) == name ? onnx : throw new FormatException($"it is not what was put there: its SHA-256 is {ModelCache.Hash(onnx)}");
    }

    static string OnnxName(string hash) => hash + ".onnx";

    /// <summary>What cannot be used once is not asked again: a server that does not answer costs its patience once.</summary>
    T? Use<T>(Func<StoreFiles, T?> use)
    {
        if (_files is null)
            return default;
        try
        {
            return use(_files);
        }
        catch (StoreException e)
        {
            Absence = $"the store cannot be used ({_files.Name})";
            _output.Report(Refuse($"{_files.Name}: {e.Message}; the build goes on without it").Diagnostics[0] with { IsWarning = true });
            _files = null;
            return default;
        }
    }

    BuildException Refuse(string what) => new(_request.Project, 0, 0, Ids.StoreNotUsable, $"the store of trained models cannot be used: {what}");
}
