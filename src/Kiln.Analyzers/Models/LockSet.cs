using Kiln.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Kiln.Analyzers.Models;

/// <summary>The project's locks. Other tools have files of that ending too, so one counts only where it is called like a model beside it.</summary>
sealed class LockSet
{
    /// <summary>The compiler keeps what was read of a text for as long as the text lives.</summary>
    public static readonly SourceTextValueProvider<LockReading> Readings = new(static text => LockReading.Read(text.ToString()));

    const string Ending = ".lock.json";

    readonly Dictionary<string, AdditionalText> _files = new(StringComparer.Ordinal);
    readonly Func<SourceText, LockReading> _read;

    public LockSet(IEnumerable<AdditionalText> files, Func<SourceText, LockReading> read)
    {
        _read = read;
        foreach (var file in files)
            if (file.Path.EndsWith(Ending, StringComparison.Ordinal))
                _files[file.Path.Replace('\\', '/')] = file;
    }

    /// <summary>The lock of a model, or null where there is none.</summary>
    public LockFile? Find(ModelDeclaration model, CancellationToken stop) =>
        _files.Count > 0 && _files.TryGetValue(PathOf(model), out var file) ? Read(file, stop) : null;

    /// <summary>The files that are called like none of these models; other tools' are among them.</summary>
    public IEnumerable<LockFile> Without(IEnumerable<ModelDeclaration> models, CancellationToken stop)
    {
        if (_files.Count == 0)
            return [];
        var known = new HashSet<string>(models.Select(PathOf), StringComparer.Ordinal);
        return _files.Where(file => !known.Contains(file.Key)).Select(file => Read(file.Value, stop)).OfType<LockFile>();
    }

    /// <summary>The name of the model that a lock is of, as its file's name has it.</summary>
    public static string ModelOf(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1).Replace(Ending, "");

    /// <summary>Where a model's lock lies, with '/' between folders.</summary>
    public static string PathOf(ModelDeclaration model)
    {
        var source = model.Location.Path.Replace('\\', '/');
        return source.Substring(0, source.LastIndexOf('/') + 1) + model.Name + Ending;
    }

    LockFile? Read(AdditionalText file, CancellationToken stop) => file.GetText(stop) is { } text ? new(file.Path, text, _read(text)) : null;
}
