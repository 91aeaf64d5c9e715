using System.Text;
using Kiln.Contracts;

namespace Kiln.Host.Store;

/// <summary>
/// Runs in a store. A server lists no names, so a file per model does. Two machines that push at the same moment may each write it
/// without the other's name, so it is read again; a name that is lost even so is there after pushing again.
/// </summary>
static class StoredRuns
{
    const int Attempts = 3;

    public static void Put(StoreFiles files, string type, string run, byte[] content)
    {
        files.Put(FileName(type, run), content);
        for (var attempt = 0; attempt < Attempts && !Names(files, type).Contains(run); attempt++)
            files.Put(ListName(type), Encoding.UTF8.GetBytes(string.Concat(Names(files, type).Append(run).Order(StringComparer.Ordinal).Select(name => name + "\n"))));
    }

    /// <returns>The name and the text of each, by name.</returns>
    public static IReadOnlyList<(string Name, string Text)> All(StoreFiles files, string type) =>
        [.. Names(files, type).Select(name => (name, files.Get(FileName(type, name)))).Where(run => run.Item2 is not null).Select(run => (run.name, Encoding.UTF8.GetString(run.Item2!)))];

    /// <summary>Not .json: those are trainings, which go with their models.</summary>
    public static string FileName(string type, string run) => $"{Model(type)}.{run}.run";

    static string ListName(string type) => $"{Model(type)}.runs";

    /// <summary>A class may have any letters, and a file of a store may not.</summary>
    static string Model(string type) => new Fingerprint().Add(type).ToString()[..16];

    static IReadOnlyList<string> Names(StoreFiles files, string type) => files.Get(ListName(type)) is { } list
        ? [.. Encoding.UTF8.GetString(list).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(Models.RunName.IsValid).Distinct()] : [];
}
