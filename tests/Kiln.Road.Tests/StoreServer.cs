using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Kiln.Road.Tests;

/// <summary>nginx with WebDAV on loopback, in a temporary folder: a store, and stores as they should not be.</summary>
public sealed class StoreServer : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kiln-nginx");
    Process? _nginx;

    public StoreServer()
    {
        if (Missing is not null)
            return;
        File.WriteAllText(Path.Combine(_folder.FullName, "users"), "kiln:{PLAIN}s3cret\n");
        using (var key = RSA.Create(2048))
        using (var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1)))
        {
            File.WriteAllText(Path.Combine(_folder.FullName, "certificate"), certificate.ExportCertificatePem());
            File.WriteAllText(Path.Combine(_folder.FullName, "key"), key.ExportPkcs8PrivateKeyPem());
        }
        File.WriteAllText(Path.Combine(_folder.FullName, "nginx.conf"), $$"""
            daemon off; worker_processes 1; pid {{_folder.FullName}}/pid; {{(Environment.IsPrivilegedProcess ? "user root;" : "")}}
            events {}
            http {
              access_log off; client_max_body_size 0; client_body_temp_path {{_folder.FullName}}/body; proxy_temp_path {{_folder.FullName}}/p;
              fastcgi_temp_path {{_folder.FullName}}/f; uwsgi_temp_path {{_folder.FullName}}/u; scgi_temp_path {{_folder.FullName}}/s;
              server {
                listen 127.0.0.1:{{Port}}; listen 127.0.0.1:{{SecurePort}} ssl;
                ssl_certificate {{_folder.FullName}}/certificate; ssl_certificate_key {{_folder.FullName}}/key;
                root {{_folder.FullName}}/files;
                location /store/ { dav_methods PUT DELETE; create_full_put_path on; }
                location /guarded/ { dav_methods PUT DELETE; create_full_put_path on; auth_basic "models"; auth_basic_user_file {{_folder.FullName}}/users; }
                location /read-only/ { limit_except GET { deny all; } alias {{_folder.FullName}}/files/store/; }
                location /portal/ { return 200 "<html>Please sign in</html>"; }
                location /full/ { if ($request_method = PUT) { return 507; } return 404; }
                location /broken/ { return 500; }
              }
            }
            """);
        Start();
    }

    /// <summary>Why tests are skipped; null where there is a server, as in every build that lands: .ci/run installs it or fails.</summary>
    public static string? Missing => File.Exists("/usr/sbin/nginx") ? null : "nginx is not installed; .ci/run installs it";

    public int Port { get; } = FreePort();

    public int SecurePort { get; } = FreePort();

    public string Files => Path.Combine(_folder.FullName, "files", "store");

    public string Address(string location) => $"http://127.0.0.1:{Port}/{location}/";

    public void Start()
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "files"));
        _nginx = Process.Start(new ProcessStartInfo("/usr/sbin/nginx", ["-e", Path.Combine(_folder.FullName, "errors"), "-c", Path.Combine(_folder.FullName, "nginx.conf")]));
        while (!Answers())
            Thread.Sleep(20);
    }

    public void Kill()
    {
        _nginx!.Kill(entireProcessTree: true);
        _nginx.WaitForExit();
        _nginx.Dispose();
        _nginx = null;
    }

    public void Dispose()
    {
        if (_nginx is not null)
            Kill();
        _folder.Delete(recursive: true);
    }

    bool Answers()
    {
        if (_nginx!.HasExited)
            throw new InvalidOperationException(File.ReadAllText(Path.Combine(_folder.FullName, "errors")));
        try
        {
            using var client = new TcpClient();
            client.Connect(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
