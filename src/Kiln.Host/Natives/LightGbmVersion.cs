using System.Runtime.InteropServices;
using System.Text;

namespace Kiln.Host.Natives;

/// <summary>
/// LightGBM's own word for its major version. No call tells it; but a model's text names its format, which has changed with each major
/// version, so a model without trees is read and written again. Both calls are as they were in version 3.
/// </summary>
static unsafe class LightGbmVersion
{
    const string Line = "\nversion=v";

    static ReadOnlySpan<byte> NoTrees => """
        tree
        version=v4
        num_class=1
        num_tree_per_iteration=1
        label_index=0
        max_feature_idx=0
        objective=regression
        feature_names=a
        feature_infos=[0:1]
        tree_sizes=

        end of trees

        """u8;

    /// <summary>The major version; null where the library does not answer.</summary>
    public static string? Read(nint library)
    {
        if (!NativeLibrary.TryGetExport(library, "LGBM_BoosterLoadModelFromString", out var load)
            || !NativeLibrary.TryGetExport(library, "LGBM_BoosterSaveModelToString", out var save)
            || !NativeLibrary.TryGetExport(library, "LGBM_BoosterFree", out var free))
            return null;
        // A byte more, zero: the text ends there.
        Span<byte> text = stackalloc byte[NoTrees.Length + 1];
        NoTrees.CopyTo(text);
        Span<byte> written = stackalloc byte[4096];
        written.Clear();
        int iterations;
        nint booster;
        long length;
        fixed (byte* input = text, output = written)
        {
            if (((delegate* unmanaged[Cdecl]<byte*, int*, nint*, int>)load)(input, &iterations, &booster) != 0)
                return null;
            var saved = ((delegate* unmanaged[Cdecl]<nint, int, int, int, long, long*, byte*, int>)save)(booster, 0, -1, 0, written.Length, &length, output);
            _ = ((delegate* unmanaged[Cdecl]<nint, int>)free)(booster);
            return saved == 0 ? Find(Encoding.ASCII.GetString(written)) : null;
        }
    }

    static string? Find(string model) => model.IndexOf(Line, StringComparison.Ordinal) is var start and >= 0
        ? model[(start + Line.Length)..].Split('\n')[0]
        : null;
}
