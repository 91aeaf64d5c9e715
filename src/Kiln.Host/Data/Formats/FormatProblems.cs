using Kiln.Contracts;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Data.Formats;

/// <summary>Files that are no data as they lie there.</summary>
static class FormatProblems
{
    /// <summary>Null where the file may be read.</summary>
    public static Diagnostic? Find(string file) => FileFormats.Detect(file) switch
    {
        FileFormat.Pointer => new(file, 1, 1, Ids.PointerFile,
            "this is a pointer of Git LFS and not the data, which was not fetched; run git lfs pull (on a build server: check out with LFS)"),
        FileFormat.Workbook => new(file, 1, 1, Ids.DataUnreadable,
            "this is a workbook and no text, and which sheet and cells are the data would be a guess; save the sheet as CSV (in Excel: \"CSV UTF-8\")"),
        FileFormat.Archive => new(file, 1, 1, Ids.DataUnreadable,
            "this is a zip archive, whatever its name says; unpack it, or pack the file with gzip or zstd, which are read as they are"),
        _ => null,
    };
}
