using Microsoft.Build.Framework;

namespace Kiln.Tasks;

/// <summary>A property or an item's metadata with a value that is none.</summary>
/// <param name="item">The setting's name, with <c>Value</c>, the <c>Text</c> of the error and, for metadata, the file in which its item is <c>Defined</c>.</param>
sealed class InvalidSetting(ITaskItem item)
{
    public string Text => item.GetMetadata("Text");

    string Value => item.GetMetadata("Value");

    string Defined => item.GetMetadata("Defined");

    /// <summary>Where it is written; null where that is in none of the files, as on the command line.</summary>
    /// <param name="files">Those that are read last first.</param>
    public (string File, int Line, int Column)? Find(IReadOnlyList<string> files)
    {
        foreach (var file in Defined.Length > 0 ? [Defined] : files)
            if (SettingPlace.Find(file, item.ItemSpec, Value) is var (line, column))
                return (file, line, column);
        return Defined.Length > 0 ? (Defined, 1, 1) : null;
    }
}
